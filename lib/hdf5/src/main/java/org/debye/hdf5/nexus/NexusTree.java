package org.debye.hdf5.nexus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.debye.hdf5.tree.Link;
import org.jspecify.annotations.Nullable;

/** Groups by their NeXus class, and members that may be missing. */
final class NexusTree {
  private final LinkResolver resolver;

  NexusTree(LinkResolver resolver) {
    this.resolver = resolver;
  }

  Located root() {
    return resolver.root();
  }

  /** The object at a path, or null where it or a link on the way is missing. */
  @Nullable Located optional(Located from, String path) {
    try {
      return resolver.find(from, path);
    } catch (InputException e) {
      return null;
    }
  }

  static @Nullable String nexusClass(Located object) {
    return object.node().attributeText("NX_class");
  }

  static boolean isGroup(Located object) {
    return !object.node().isDataset();
  }

  /** Member groups of a class, by name; members that cannot be reached are left out. */
  List<Located> children(Located group, String nexusClass) {
    List<Located> found = new ArrayList<>();
    for (Located child : groups(group)) {
      if (nexusClass.equals(nexusClass(child))) {
        found.add(child);
      }
    }
    return found;
  }

  /** All member groups that can be reached. */
  List<Located> groups(Located group) {
    List<Located> found = new ArrayList<>();
    for (Map.Entry<String, Link> member : group.node().links().entrySet()) {
      try {
        Located child = resolver.follow(group, member.getKey(), member.getValue());
        if (isGroup(child)) {
          found.add(child);
        }
      } catch (InputException broken) {
        // A broken member hides nothing but itself; discovery reports it if no frames are found.
      }
    }
    return found;
  }

  /** NXentry groups, or every group of the root where none says so. */
  List<Located> entries() {
    List<Located> entries = children(root(), "NXentry");
    return entries.isEmpty() ? groups(root()) : entries;
  }
}
