package org.debye.jobs.unmix;

import java.util.List;

/**
 * What is known of a scene, to score against.
 *
 * @param names K
 * @param endmembers K x P, row major
 * @param abundances N x K, row major; empty where they are not known
 */
record SceneReference(List<String> names, double[] endmembers, double[] abundances) {
  SceneReference {
    names = List.copyOf(names);
  }

  int count() {
    return names.size();
  }
}
