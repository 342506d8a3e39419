package org.debye.spectra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.fixtures.Golden;
import org.debye.fixtures.SharedData;
import org.debye.spectra.AxisKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files, against numpy: test/golden/text_spectra.py. */
class RealSpectraTest {
  private static final ColumnChoice ALL = new ColumnChoice.Remaining();

  /** File, label, points, first, last, sum. */
  static Stream<String[]> expected() {
    return new String(Golden.bytes("text_spectra.tsv"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t", -1));
  }

  static Stream<String> files() {
    return expected().map(fields -> fields[0]).distinct();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void readsWhatNumpyReads(String file) {
    Map<String, ImportedSpectrum> spectra = new TreeMap<>();
    for (ImportedSpectrum spectrum : read(shared(file), settings(file))) {
      spectra.put(spectrum.name().substring(file.length()), spectrum);
    }
    List<String[]> all = expected().filter(fields -> fields[0].equals(file)).toList();
    for (String[] fields : all) {
      String label = spectra.size() == 1 && spectra.containsKey("") ? "" : "#" + fields[1];
      assertThat(spectra).containsKey(label);
      ImportedSpectrum spectrum = Objects.requireNonNull(spectra.get(label));
      assertThat(spectrum.axis()).hasSize(Integer.parseInt(fields[2]));
      double[] axis = spectrum.axis();
      assertThat(axis[0]).isEqualTo(Double.parseDouble(fields[3]));
      assertThat(axis[axis.length - 1]).isEqualTo(Double.parseDouble(fields[4]));
      double sum = Double.parseDouble(fields[5]);
      double size = 0;
      double found = 0;
      for (float value : spectrum.intensity()) {
        found += Float.isNaN(value) ? 0 : value;
        size += Float.isNaN(value) ? 0 : Math.abs(value);
      }
      // Each intensity is rounded to float32: half of 2^-23 of it at most.
      assertThat(found).isCloseTo(sum, within(6e-8 * size));
    }
  }

  @Test
  void readsEveryXdiFile() {
    List<Path> files = below("xanes", path -> path.toString().matches(".*\\.x?xdi?"));
    assertThat(files).hasSize(279);
    int spectra = 0;
    for (Path file : files) {
      for (ImportedSpectrum spectrum : read(file, ImportSettings.fromFile())) {
        assertThat(spectrum.kind()).isEqualTo(AxisKind.ENERGY_EV);
        assertThat(spectrum.metadata()).containsKey("quantity");
        spectra++;
      }
    }
    assertThat(spectra).isEqualTo(288);
  }

  @Test
  void readsEveryAthenaGroup() {
    assertThat(read(shared("xanes/athena/Fe.prj"), ImportSettings.fromFile()))
        .hasSize(5)
        .first()
        .satisfies(
            foil -> {
              assertThat(foil.name()).endsWith("Fe.prj#Fe foil");
              assertThat(foil.axis()).hasSize(511);
              assertThat(foil.metadata()).containsEntry("bkg_z", "Fe");
            });
    List<ImportedSpectrum> manganese =
        read(shared("xanes/athena/Mn_all.prj"), ImportSettings.fromFile());
    assertThat(manganese).hasSize(11);
    assertThat(manganese).extracting(ImportedSpectrum::name).doesNotHaveDuplicates();
  }

  @Test
  void readsEveryIronReference() {
    List<Path> files = below("xanes/fe-references/References", path -> true);
    assertThat(files).hasSize(65);
    for (Path file : files) {
      assertThat(read(file, ImportSettings.of(AxisKind.ENERGY_EV))).hasSize(1);
    }
  }

  @Test
  void refusesThinFilmFilesWhoseColumnsRunTogether() {
    int read = 0;
    int refused = 0;
    for (Path file : below("xrd/thin-films", path -> path.toString().endsWith(".xy"))) {
      try {
        read += read(file, ImportSettings.of(AxisKind.TWO_THETA_DEG)).size();
      } catch (InputException e) {
        assertThat(e.code()).isEqualTo(FailureCode.MALFORMED_TEXT);
        assertThat(e)
            .hasMessageContaining(": 1 numbers where the first row, in line 1, has 2: '14.");
        refused++;
      }
    }
    assertThat(new int[] {read, refused}).containsExactly(84, 4);
  }

  @Test
  void asksWhichColumnWhereThereAreTwo() {
    Path file = shared("xrd/mixtures/Spectra/Mn2O3+LiF.xy");
    ImportSettings settings = ImportSettings.of(AxisKind.TWO_THETA_DEG);
    assertThatThrownBy(() -> read(file, settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("which of its 3 columns (1, 2, 3) is the intensity is not said");
    assertThat(read(file, settings.withColumns(null, List.of(ALL), null))).hasSize(2);
  }

  @Test
  void readsEveryReplicateAndEveryGammaSpectrum() {
    for (Path file : below("xrd/lab6", path -> true)) {
      assertThat(read(file, ImportSettings.of(AxisKind.TWO_THETA_DEG)).get(0).axis())
          .hasSizeBetween(2900, 3000);
    }
    List<Path> gamma = below("gamma", path -> path.toString().endsWith(".dat"));
    assertThat(gamma).hasSize(384);
    for (Path file : gamma) {
      assertThat(read(file, ImportSettings.of(AxisKind.CHANNEL)).get(0).axis()).hasSize(2999);
    }
  }

  private static ImportSettings settings(String file) {
    if (file.endsWith(".nor")) {
      return ImportSettings.fromFile().withColumns(null, List.of(ALL), null);
    } else if (file.startsWith("xanes/tm-series")) {
      return ImportSettings.of(AxisKind.ENERGY_EV).withColumns(null, List.of(ALL), null);
    } else if (file.startsWith("xanes/fe-references")) {
      return ImportSettings.of(AxisKind.ENERGY_EV);
    } else if (file.startsWith("gamma")) {
      return ImportSettings.of(AxisKind.CHANNEL);
    } else if (file.endsWith("YijinXRD.dat")) {
      return ImportSettings.of(AxisKind.TWO_THETA_DEG)
          .withColumns(new ColumnChoice.ByNumber(2), List.of(ALL), null);
    }
    return file.startsWith("xrd")
        ? ImportSettings.of(AxisKind.TWO_THETA_DEG)
        : ImportSettings.fromFile();
  }

  private static List<ImportedSpectrum> read(Path file, ImportSettings settings) {
    String root = shared("README.md").toString();
    String name = file.toString().substring(root.length() - "README.md".length());
    try {
      return SpectrumText.read(name, Files.readAllBytes(file), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared(String relative) {
    assumeTrue(SharedData.find(relative).isPresent(), SharedData.absent(relative));
    return SharedData.find(relative).orElseThrow();
  }

  private static List<Path> below(String folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(shared(folder))) {
      return paths.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
