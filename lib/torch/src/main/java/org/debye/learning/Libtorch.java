package org.debye.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Loads libtorch's native libraries; called before anything else of libtorch is touched.
 *
 * <p>JavaCPP unpacks a library just before it loads it, and {@code libtorch.so} before {@code
 * libtorch_cpu.so}, which it needs. In the first process on a machine that has another libtorch
 * among the system's libraries, as Debian's python3-torch brings it, the dynamic linker then takes
 * that one, and the process ends with a segmentation fault. So they are unpacked first.
 */
public final class Libtorch {
  private static final String FOLDER = "/org/bytedeco/pytorch/";
  private static final List<String> BUILDS = List.of("", "-gpu");
  private static final List<String> LIBRARIES =
      List.of("libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so");

  /**
   * At every object that it makes, JavaCPP looks into a file of the system how much memory the
   * process has, and lets the collector run where it is more than this, which small networks wait
   * for (docs/performance.md). Ours give back what they take by themselves.
   */
  private static final String LARGEST = "org.bytedeco.javacpp.maxPhysicalBytes";

  private static boolean loaded;

  private Libtorch() {}

  /** Loads it, if it is not loaded yet; the first process of a machine unpacks 350 MB. */
  public static synchronized void load() {
    if (!loaded) {
      if (System.getProperty(LARGEST) == null) {
        System.setProperty(LARGEST, "0");
      }
      try {
        unpack();
      } catch (IOException e) {
        throw new UncheckedIOException("libtorch cannot be unpacked", e);
      }
      Loader.load(torch.class);
      NativeWork.endWithTheProcess();
      loaded = true;
    }
  }

  /**
   * Loads it and sets how many threads a computation of this thread, and of every thread that
   * libtorch meets later in this process, may use. The matrix library below it counts threads of
   * its own, one for each core where nobody says otherwise: computations beside one another then
   * spend most of their time waiting for each other.
   */
  public static synchronized void load(int threads) {
    load();
    torch.set_num_threads(threads);
    if (openblas_nolapack.blas_get_num_threads() != threads) {
      openblas_nolapack.blas_set_num_threads(threads);
    }
  }

  private static void unpack() throws IOException {
    for (String build : BUILDS) {
      for (String library : LIBRARIES) {
        URL found =
            Libtorch.class.getResource(FOLDER + Loader.getPlatform() + build + "/" + library);
        if (found != null) {
          Loader.cacheResource(found);
        }
      }
    }
  }
}
