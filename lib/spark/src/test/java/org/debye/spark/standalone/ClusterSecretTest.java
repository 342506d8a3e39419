package org.debye.spark.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterSecretTest {
  private static final String SECRET = "0123456789abcdef";

  @TempDir Path folder;

  @Test
  void aFileOfItsOwnerIsStrongerThanTheVariable() throws IOException {
    Path file = secret("rw-------", SECRET + "\n");
    Map<String, String> both =
        Map.of("DEBYE_SECRET_FILE", file.toString(), "DEBYE_SECRET", "x".repeat(20));
    assertThat(ClusterSecret.read(both)).isEqualTo(SECRET);
    assertThat(ClusterSecret.read(Map.of("DEBYE_SECRET", SECRET))).isEqualTo(SECRET);
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    for (String permissions : new String[] {"rw-r-----", "rw----r--"}) {
      Path file = secret(permissions, SECRET);
      assertThatThrownBy(() -> ClusterSecret.read(Map.of("DEBYE_SECRET_FILE", file.toString())))
          .isInstanceOf(InputException.class)
          .hasMessage(file + ": others than its owner can read the secret. Run chmod 600 " + file);
    }
  }

  @Test
  void noSecretAndAShortOneAreRefused() throws IOException {
    assertThatThrownBy(() -> ClusterSecret.read(Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "spark.authenticate: the cluster asks for a secret and nobody has given it. Set"
                + " DEBYE_SECRET_FILE to a file");
    assertThatThrownBy(() -> ClusterSecret.read(Map.of("DEBYE_SECRET", "swordfish")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fewer than 16 characters")
        .hasMessageNotContaining("swordfish");
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ClusterSecret.read(Map.of("DEBYE_SECRET_FILE", absent.toString())))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(absent + ": the secret cannot be read (NoSuchFileException). Set");
  }

  @Test
  void onlyAStandaloneClusterThatAuthenticatesGetsOne() {
    Map<String, String> environment = Map.of("DEBYE_SECRET", SECRET);
    assertThat(provided("spark://host:7077", "true", environment)).isEqualTo(SECRET);
    assertThat(provided("spark://host:7077", "false", Map.of())).isEmpty();
    assertThat(provided("yarn", "true", Map.of())).isEmpty();
    assertThat(provided("local[*]", "true", Map.of())).isEmpty();
    SparkConf own = conf("spark://host:7077", "true").set(ClusterSecret.KEY, "of the site");
    ClusterSecret.provide(own, environment);
    assertThat(own.get(ClusterSecret.KEY)).isEqualTo("of the site");
  }

  @Test
  void aMasterThatDoesNotAnswerIsASentence() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      MasterAddress.check("spark://127.0.0.1:" + port);
    }
    String master = "spark://127.0.0.1:" + port;
    assertThatThrownBy(() -> MasterAddress.check(master))
        .isInstanceOf(InputException.class)
        .hasMessage(
            master
                + ": no Spark Master answers there (Connection refused). Start it with submit/debye"
                + " master, or correct --master.");
    assertThatThrownBy(() -> MasterAddress.check("spark://host"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("this is no address of a Spark Master");
    MasterAddress.check("local[2]");
  }

  @Test
  void aMasterThatTakesNoApplicationIsASentence() {
    IllegalStateException stopped =
        new IllegalStateException("Cannot call methods on a stopped SparkContext.");
    assertThat(MasterAddress.refused("spark://host:7077", stopped))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("spark://host:7077: the Master has not taken the application. Look")
        .hasCause(stopped);
    assertThat(MasterAddress.refused("local[2]", stopped)).isSameAs(stopped);
  }

  private Path secret(String permissions, String content) throws IOException {
    Path file = folder.resolve("secret " + permissions);
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String provided(
      String master, String authenticate, Map<String, String> environment) {
    SparkConf conf = conf(master, authenticate);
    ClusterSecret.provide(conf, environment);
    return conf.get(ClusterSecret.KEY, "");
  }

  private static SparkConf conf(String master, String authenticate) {
    return new SparkConf(false).set("spark.master", master).set("spark.authenticate", authenticate);
  }
}
