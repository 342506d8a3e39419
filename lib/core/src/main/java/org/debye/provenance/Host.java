package org.debye.provenance;

/**
 * The machine and JVM that ran.
 *
 * @param jvm vendor and version
 * @param arch as {@code os.arch} names it
 * @param os name and version
 */
public record Host(String jvm, String arch, String os) {

  /** This JVM's. */
  public static Host current() {
    return new Host(
        property("java.vm.name") + " " + property("java.runtime.version"),
        property("os.arch"),
        property("os.name") + " " + property("os.version"));
  }

  private static String property(String key) {
    return System.getProperty(key, "");
  }
}
