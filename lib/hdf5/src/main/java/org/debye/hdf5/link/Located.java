package org.debye.hdf5.link;

import java.net.URI;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.tree.ObjectNode;

/**
 * An object with the place that links led to.
 *
 * @param file that holds it
 * @param path in that file, as walked
 * @param route from the root of the first file, over all links; what a user would write
 */
public record Located(Hdf5File file, String path, ObjectNode node, String route) {
  static Located root(Hdf5File file) {
    return new Located(file, "/", new ObjectNode(file, file.superblock().rootHeader()), "/");
  }

  /** Two locations of one object are equal in this. */
  public record Identity(URI file, long address) {}

  public Identity identity() {
    return new Identity(file.uri(), node.address());
  }

  /** File and path, for messages. */
  public String where() {
    return file.name() + ":" + path;
  }

  String child(String name) {
    return join(path, name);
  }

  /** The same, reached over another route. */
  Located over(String otherRoute) {
    return new Located(file, path, node, otherRoute);
  }

  /** A path and a name as a path. */
  public static String join(String path, String name) {
    return path.endsWith("/") ? path + name : path + "/" + name;
  }
}
