package org.debye.jobs;

/** Placeholder until provenance lands. */
final class Version {
  private Version() {}

  static String current() {
    return System.getProperty("debye.revision", "unversioned");
  }
}
