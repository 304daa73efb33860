from ...too_far import z
