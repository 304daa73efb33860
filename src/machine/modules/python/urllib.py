# Of what fetches things there is only urllib.parse: there is no network.
