package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.debye.spark.TestSession;
import org.debye.spark.file.S3Bucket;
import org.debye.spark.sweep.ToySweep;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources and tables in an object store, as far as Hadoop's contract of one goes. */
final class ObjectStoreTest {
  @TempDir Path folder;

  @BeforeEach
  void mount() {
    S3Bucket.mount(TestSession.session().sparkContext().hadoopConfiguration());
  }

  @Test
  void framesAreReducedOnceAndReplacedAsOnADisk() throws IOException {
    long shortReads = S3Bucket.shortReads();
    FrameFiles.write(raw("a.h5"), 40, 1);
    FrameFiles.write(raw("b.h5"), 3, 2);
    assertThat(reduce(bucket("raw"), bucket("tables")).spectra()).isEqualTo(43);
    reduce(folder.resolve("raw").toString(), folder.resolve("local").toString());
    assertThat(spectra(bucket("tables"))).hasSize(43).isEqualTo(spectra(folder + "/local"));
    assertThat(reduce(bucket("raw"), bucket("tables")).unchanged()).isEqualTo(2);

    FrameFiles.write(raw("a.h5"), 20, 3);
    assertThat(reduce(bucket("raw"), bucket("tables")).reduced()).isEqualTo(1);
    reduce(folder.resolve("raw").toString(), folder.resolve("local").toString());
    assertThat(spectra(bucket("tables"))).hasSize(23).isEqualTo(spectra(folder + "/local"));
    assertThat(S3Bucket.shortReads()).isGreaterThan(shortReads);
    assertThat(catalogue(bucket("tables")).journal().pending()).isEmpty();
  }

  @Test
  void aStudyIsSweptOnceAsOnADisk() throws IOException {
    long pages = S3Bucket.pages();
    ToySweep bucket = new ToySweep(catalogue(bucket("studies")));
    ToySweep local = new ToySweep(catalogue(folder.resolve("local").toString()));
    assertThat(bucket.run(30).unchanged()).isZero();
    local.run(30);
    assertThat(bucket.content()).isEqualTo(local.content());
    assertThat(bucket.run(30).unchanged()).isEqualTo(30);
    assertThat(S3Bucket.pages()).isGreaterThan(pages);
  }

  private Path raw(String name) throws IOException {
    return Files.createDirectories(folder.resolve("raw")).resolve(name);
  }

  private String bucket(String name) {
    return "s3a://bucket" + folder.resolve(name);
  }

  private static Catalogue catalogue(String place) {
    Configuration conf = new Configuration();
    S3Bucket.mount(conf);
    return Catalogue.at(place, conf);
  }

  private static ReduceSummary reduce(String raw, String tables) {
    return new ReduceRun(
            TestSession.session(), FrameFiles.settings(raw, tables), ReduceProgress.SILENT)
        .run();
  }

  /** Of all datasets by name and frame: ids hold where a source lies. */
  private static List<String> spectra(String place) throws IOException {
    Catalogue catalogue = catalogue(place);
    List<String> lines = new java.util.ArrayList<>();
    for (var dataset : catalogue.datasets().all()) {
      try (SpectrumStream spectra = catalogue.spectra().read(dataset.datasetId())) {
        while (spectra.hasNext()) {
          SpectrumRow row = spectra.next();
          lines.add(
              dataset.name()
                  + " "
                  + row.frame()
                  + " "
                  + java.util.Arrays.toString(row.spectrum().intensity()));
        }
      }
    }
    return lines.stream().sorted().toList();
  }
}
