package org.debye.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.CardAxis;
import org.debye.learning.checkpoint.CardOrigin;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.DataVersion;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.checkpoint.TrainingRecord;
import org.debye.spark.file.HadoopSettings;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On a real HDFS in this JVM, on a store that behaves as S3, and on the local disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HadoopFolderStoreTest {
  private final Configuration conf = new Configuration();

  @SuppressWarnings("NullAway.Init") // set before every test
  private MiniDFSCluster cluster;

  @SuppressWarnings("NullAway.Init") // set before every test
  private Path folder;

  private int places;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    conf.setClass("fs.objects.impl", ObjectStore.class, org.apache.hadoop.fs.FileSystem.class);
    cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
  }

  @AfterAll
  void stop() {
    cluster.shutdown(true);
  }

  @Test
  void aFileIsReplacedInOneStep() throws IOException {
    for (FolderStore store : stores()) {
      store.put("a", out -> out.write(new byte[] {1, 2, 3}));
      store.put(
          "a",
          out -> {
            out.write(9);
            assertThat(content(store)).containsExactly(1, 2, 3);
            assertThat(store.list())
                .extracting(FolderStore.Entry::name)
                .allMatch(name -> name.equals("a") || name.matches("\\.a\\..*\\.part"));
          });
      assertThat(content(store)).as(store.location()).containsExactly(9);
      assertThat(store.list()).extracting(FolderStore.Entry::name).containsExactly("a");
      assertThat(store.list().get(0).size()).isEqualTo(1);
    }
  }

  @Test
  void aPutThatFailsChangesNothing() throws IOException {
    for (FolderStore store : stores()) {
      store.put("a", out -> out.write(1));
      for (String name : List.of("a", "b")) {
        assertThatThrownBy(
                () ->
                    store.put(
                        name,
                        out -> {
                          out.write(2);
                          throw new IOException("disk full");
                        }))
            .as(store.location())
            .isInstanceOf(IOException.class)
            .hasMessage("disk full");
      }
      assertThat(content(store)).containsExactly(1);
      assertThat(store.list()).as(store.location()).hasSize(1);
    }
  }

  @Test
  void whatIsNotThere() throws IOException {
    for (FolderStore store : stores()) {
      assertThat(store.list()).isEmpty();
      assertThat(store.exists("a")).isFalse();
      store.delete("a");
      if (!(store instanceof LocalFolderStore)) {
        assertThatThrownBy(() -> store.open("a")).isInstanceOf(FileNotFoundException.class);
      }
      assertThat(ModelFolder.at(store).latest()).isEmpty();
    }
  }

  @Test
  void aModelIsKeptAndReplaced() throws IOException {
    for (FolderStore store : stores()) {
      for (int epoch = 1; epoch < 4; epoch++) {
        ModelFolder.at(store).save(checkpoint(epoch), 0);
        Checkpoint read = ModelFolder.at(store).latest().orElseThrow();
        assertThat(read.card()).isEqualTo(checkpoint(epoch).card());
        assertThat(read.weights().array("head.weight").floats()).containsExactly(epoch, -epoch);
        assertThat(read.training().orElseThrow().array("step").longs()).containsExactly(epoch);
        assertThat(store.list()).as(store.location()).hasSize(3);
      }
    }
  }

  @Test
  void aLocalFolderIsTheSameByPathAndByUri() throws IOException {
    Path place = folder.resolve("a model of ours");
    HadoopSettings settings = HadoopSettings.of(conf);
    HadoopFolderStore.at(place.toString(), settings).put("a", out -> out.write(5));
    assertThat(content(HadoopFolderStore.at("file://" + place, settings))).containsExactly(5);
    try (var files = Files.list(place)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileSystemThatNobodyKnows() {
    assertThatThrownBy(() -> HadoopFolderStore.at("gopher://a/b", HadoopSettings.of(conf)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "gopher://a/b: no model can be kept on this kind of file system. Name a folder on"
                + " file:, hdfs: or s3a:.");
  }

  private List<FolderStore> stores() throws IOException {
    HadoopSettings settings = HadoopSettings.of(conf);
    String place = "place " + places++;
    List<FolderStore> stores = new ArrayList<>();
    stores.add(HadoopFolderStore.at(cluster.getURI() + "/models/" + place, settings));
    stores.add(HadoopFolderStore.at("objects://" + folder + "/objects/" + place, settings));
    stores.add(HadoopFolderStore.at("file://" + folder + "/local/" + place, settings));
    return stores;
  }

  private static byte[] content(FolderStore store) throws IOException {
    try (InputStream in = store.open("a")) {
      return in.readAllBytes();
    }
  }

  private static Checkpoint checkpoint(int epoch) {
    ModelCard card =
        new ModelCard(
            new Architecture("fcnn", NamedSettings.of(Map.of("width", 256)), 2),
            List.of("before", "after"),
            CardAxis.of(new SpectralAxis(AxisKind.CHANNEL, new double[] {0, 1, 2, 3})),
            new SpectrumTreatment(BaselineUse.KEPT, IntensityScaling.NONE),
            new DataVersion("hdfs://here/catalogue", List.of("d"), "00"),
            TrainingRecord.of(
                NamedSettings.of(Map.of()),
                Map.of("weights", 1L),
                epoch,
                epoch,
                1,
                TrainingPrecision.FLOAT64),
            new TreeMap<>(Map.of("loss", 1.0 / epoch)),
            CardOrigin.of("run"));
    return new Checkpoint(
        card,
        StateDict.of(
            List.of(NamedArray.ofFloats("head.weight", new float[] {epoch, -epoch}, 1, 2))),
        Optional.of(StateDict.of(List.of(NamedArray.ofLongs("step", new long[] {epoch})))));
  }
}
