"""Big arrays between processes: text tables parsed by workers, one HDF5 file in the end."""
