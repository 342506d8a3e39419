package org.debye.provenance;

/** Which revision of this code runs. */
public final class CodeRevision {
  private CodeRevision() {}

  /**
   * The system property {@code debye.revision}, which the launcher sets, else the version in the
   * jar's manifest, else {@code unknown}.
   */
  public static String current() {
    String given = System.getProperty("debye.revision", "");
    if (!given.isBlank()) {
      return given;
    }
    String packaged = CodeRevision.class.getPackage().getImplementationVersion();
    return packaged == null ? "unknown" : packaged;
  }
}
