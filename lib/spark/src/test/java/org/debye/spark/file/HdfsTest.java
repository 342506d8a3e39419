package org.debye.spark.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.debye.hdf5.PositionedFile;
import org.debye.hdf5.SourceFile;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real HDFS in this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HdfsTest {
  /** Bytes; a file of several blocks makes reads cross their boundaries. */
  private static final int BLOCK = 1 << 20;

  private final Configuration conf = new Configuration();

  @SuppressWarnings("NullAway.Init") // set before every test
  private MiniDFSCluster cluster;

  @SuppressWarnings("NullAway.Init") // set before every test
  private String root;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    conf.setLong("dfs.blocksize", BLOCK);
    conf.setLong("dfs.namenode.fs-limits.min-block-size", BLOCK);
    cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    root = cluster.getURI().toString();
  }

  @AfterAll
  void stop() {
    cluster.shutdown(true);
  }

  @Test
  void filesAreListedAndReadInFullAtAnyPosition() throws IOException {
    byte[] content = new byte[3 * BLOCK + 12345];
    RandomStreams.of(4).at(1).nextBytes(content);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(root + "/raw/day 1/a.h5");
    try (OutputStream out = cluster.getFileSystem().create(path)) {
      out.write(content);
    }
    HadoopSettings settings = HadoopSettings.of(conf);
    List<SourceFile> files =
        new SourceListing(settings, SourceSelection.hdf5()).list(List.of(root + "/raw")).files();
    assertThat(files).extracting(SourceFile::size).containsExactly((long) content.length);
    HadoopFileOpener opener = new HadoopFileOpener(settings);
    URI uri = files.get(0).uri();
    assertThat(opener.exists(uri)).isTrue();
    assertThat(opener.exists(URI.create(root + "/raw"))).isFalse();
    try (PositionedFile file = opener.open(uri)) {
      assertThat(file.size()).isEqualTo(content.length);
      for (ByteBuffer target :
          List.of(ByteBuffer.allocate(2 * BLOCK), ByteBuffer.allocateDirect(2 * BLOCK))) {
        file.readFully(777, target);
        target.flip();
        assertThat(target).isEqualTo(ByteBuffer.wrap(content, 777, 2 * BLOCK));
      }
      assertThatThrownBy(() -> file.readFully(content.length - 10, ByteBuffer.allocate(11)))
          .isInstanceOf(EOFException.class);
    }
    assertThatThrownBy(() -> opener.open(URI.create(root + "/absent.h5")).close())
        .isInstanceOf(java.io.FileNotFoundException.class);
  }

  @Test
  void tablesAreWrittenAndReadUnderTheLock() throws IOException {
    Catalogue catalogue = Catalogue.at(root + "/tables", conf);
    SpectrumRow row =
        new SpectrumRow(
            "a",
            3,
            null,
            1,
            2,
            Map.of(),
            "axis",
            new Spectrum(new float[] {1, 2}, Spectrum.NONE, Spectrum.NONE),
            "run");
    catalogue.lock("reduce").close();
    catalogue.spectra().append(List.of(row));
    catalogue.spectra().append(List.of(row));
    try (SpectrumStream spectra = catalogue.spectra().read("a")) {
      assertThat(spectra.next().frame()).isEqualTo(3);
      assertThat(spectra.next().spectrum().intensity()).containsExactly(1, 2);
    }
    catalogue.journal().begin(new org.debye.spark.table.Journal.Batch("run", 1, List.of("a")));
    assertThat(catalogue.journal().pending()).hasSize(1);
  }
}
