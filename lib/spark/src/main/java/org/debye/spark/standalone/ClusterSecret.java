package org.debye.spark.standalone;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * The secret that a standalone cluster's Master, Workers and applications share. Spark wants it in
 * its configuration; here it comes from a file that only its owner can read, or from the
 * environment, and so stands on no command line, which everybody on a machine can read.
 *
 * <p>Executors get it from their Worker, by the environment. YARN and Kubernetes make a secret for
 * each application themselves.
 */
public final class ClusterSecret {
  /** Names a file whose only line is the secret. */
  public static final String FILE = "DEBYE_SECRET_FILE";

  /** Holds the secret itself; a file is stronger. */
  public static final String VALUE = "DEBYE_SECRET";

  static final String KEY = "spark.authenticate.secret";

  /** Characters: 64 bits where each is a hexadecimal digit. */
  private static final int SHORTEST = 16;

  private static final String REMEDY =
      "Set " + FILE + " to a file of yours with the cluster's secret (chmod 600).";

  private ClusterSecret() {}

  /**
   * Puts the secret into a configuration whose Master asks for one and that has none yet.
   *
   * @throws InputException where nobody gives it, or others could read it
   */
  public static void provide(SparkConf conf, Map<String, String> environment) {
    if (conf.get("spark.master", "").startsWith("spark://")
        && conf.getBoolean("spark.authenticate", false)
        && !conf.contains(KEY)) {
      conf.set(KEY, read(environment));
    }
  }

  /** The secret of the environment. */
  static String read(Map<String, String> environment) {
    String file = environment.getOrDefault(FILE, "");
    String secret = file.isBlank() ? environment.getOrDefault(VALUE, "") : content(Path.of(file));
    String where = file.isBlank() ? VALUE : file;
    if (file.isBlank() && secret.isBlank()) {
      throw refusal(
          "spark.authenticate", "the cluster asks for a secret and nobody has given it", REMEDY);
    }
    if (secret.strip().length() < SHORTEST) {
      throw refusal(
          where,
          "the secret has fewer than " + SHORTEST + " characters",
          "Make one with: openssl rand -hex 32");
    }
    return secret.strip();
  }

  private static String content(Path file) {
    try {
      if (othersMayRead(file)) {
        throw refusal(
            file.toString(), "others than its owner can read the secret", "Run chmod 600 " + file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          file.toString(),
          "the secret cannot be read (" + e.getClass().getSimpleName() + ")",
          REMEDY,
          e);
    }
  }

  private static boolean othersMayRead(Path file) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
    return allowed.contains(PosixFilePermission.GROUP_READ)
        || allowed.contains(PosixFilePermission.OTHERS_READ);
  }

  private static InputException refusal(String where, String problem, String remedy) {
    return InputException.of(FailureCode.INVALID_CONFIGURATION, where, problem, remedy);
  }
}
