"""The inspector of the selected object: value, referrers, reason to be alive, life, counts."""
