package org.debye.hdf5.nexus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.debye.hdf5.link.Located;

/** Finds datasets by their last name, each object once. */
final class NameSearch {
  private static final int MOST_GROUPS = 5_000;

  private final NexusTree tree;

  NameSearch(NexusTree tree) {
    this.tree = tree;
  }

  List<Located> find(String name) {
    List<Located> found = new ArrayList<>();
    Set<Located.Identity> seen = new HashSet<>();
    Deque<Located> todo = new ArrayDeque<>(List.of(tree.root()));
    seen.add(tree.root().identity());
    while (!todo.isEmpty() && seen.size() < MOST_GROUPS) {
      Located group = todo.remove();
      Located member = group.node().links().containsKey(name) ? tree.optional(group, name) : null;
      if (member != null && member.node().isDataset() && seen.add(member.identity())) {
        found.add(member);
      }
      for (Located child : tree.groups(group)) {
        if (child.file() == group.file() && seen.add(child.identity())) {
          todo.add(child);
        }
      }
    }
    return found;
  }
}
