package org.debye.hdf5.tree;

/** How a group names a member. */
public sealed interface Link {
  /** An object of the same file, by address. */
  record Hard(long address) implements Link {}

  /** A path, from the group if it does not start with a slash. */
  record Soft(String path) implements Link {}

  /** A path in another file. */
  record External(String file, String path) implements Link {}
}
