package org.debye.spark.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/** The address of a standalone Master, or of several of which one leads. */
public final class MasterAddress {
  private static final String SCHEME = "spark://";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private MasterAddress() {}

  /**
   * Looks whether somebody listens there; Spark itself would say so after a minute, as a defect.
   *
   * @param master value of {@code spark.master}; one that is no {@code spark://} URL is not looked
   *     at
   * @throws InputException where nobody listens
   */
  public static void check(String master) {
    if (!master.startsWith(SCHEME)) {
      return;
    }
    IOException problem = new IOException("no address");
    for (String place : master.substring(SCHEME.length()).split(",", -1)) {
      IOException found = problem(master, place);
      if (found == null) {
        return;
      }
      problem = found;
    }
    throw InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        master,
        "no Spark Master answers there (" + problem.getMessage() + ")",
        "Start it with submit/debye master, or correct --master.",
        problem);
  }

  /**
   * What a Master means that has not taken an application: Spark stops its own context then, and
   * complains that it is stopped. Any other exception is given back as it is.
   */
  public static RuntimeException refused(String master, IllegalStateException thrown) {
    return master.startsWith(SCHEME)
            && String.valueOf(thrown.getMessage()).contains("stopped SparkContext")
        ? InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            master,
            "the Master has not taken the application",
            "Look whether "
                + ClusterSecret.FILE
                + " holds the cluster's secret, whether the"
                + " profile has the Master's spark.authenticate and spark.network.crypto, and"
                + " whether both are the same version of Spark.",
            thrown)
        : thrown;
  }

  private static @Nullable IOException problem(String master, String place) {
    URI uri = uri(master, place);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(uri.getHost(), uri.getPort()), (int) PATIENCE.toMillis());
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static URI uri(String master, String place) {
    URI uri = URI.create(SCHEME + place);
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          master,
          "this is no address of a Spark Master",
          "Give --master spark://HOST:7077.");
    }
    return uri;
  }
}
