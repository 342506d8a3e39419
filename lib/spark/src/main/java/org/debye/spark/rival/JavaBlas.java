package org.debye.spark.rival;

/**
 * Keeps MLlib off the system's BLAS. In a process that has loaded libtorch, whose own OpenBLAS
 * bears the same names, a call into the system's OpenBLAS ends in SIGSEGV; and sums in another
 * library's order would not repeat from machine to machine. MLlib falls back on its Java routines.
 */
final class JavaBlas {
  private static final String LIBRARY = "dev.ludovic.netlib.blas.nativeLib";
  private static final String NO_LIBRARY = "libblas-not-used.so";

  private JavaBlas() {}

  /** Before MLlib's first product in this process, which looks for the library once. */
  static void choose() {
    if (System.getProperty(LIBRARY) == null) {
      System.setProperty(LIBRARY, NO_LIBRARY);
    }
  }
}
