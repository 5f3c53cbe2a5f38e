"""What it says: statistics and indicators, without files, pictures or sentences."""
