package org.debye.jobs.value;

/** Names of files and of studies: ASCII letters and digits, {@code _ . -}. */
public final class PlainName {
  private PlainName() {}

  /** A name with _ in the place of all other characters. */
  public static String of(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }
}
