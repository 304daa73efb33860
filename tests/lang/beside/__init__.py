"""What the tests of import statements import."""
title = "a package"
