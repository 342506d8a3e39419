package org.debye.hdf5;

/** Whether the places of a stack's modules in the assembled image are known. */
public enum ModuleArrangement {
  /** The files say where each module stands, or there is but one. */
  KNOWN,
  /** No file says so: the placements lay the modules one below the other, which no detector is. */
  UNKNOWN
}
