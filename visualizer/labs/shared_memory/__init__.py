"""Big arrays between processes: workers parse text tables into one HDF5 file."""
