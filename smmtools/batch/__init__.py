"""How it is run: jobs, the runner, the manifest, verification, the report page."""
