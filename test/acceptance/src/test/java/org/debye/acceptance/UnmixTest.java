package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.debye.fixtures.SharedData;
import org.debye.jobs.ExitCode;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.AbundanceRow;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.EndmemberRow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** Scenes and spectra unmixed by the command line. */
class UnmixTest {
  private static final int BANDS = 20;
  private static final int PIXELS = 12 * 10;

  @TempDir Path folder;

  @Test
  void aSceneWithPurePixelsIsTakenApart() throws IOException {
    double[] truth = endmembers();
    double[] shares = shares();
    Path file = folder.resolve("scene.mat");
    Mat5.writeToFile(
        Mat5.newMatFile()
            .addArray("Y", columns(spectra(truth, shares), BANDS))
            .addArray("M", columns(truth, BANDS))
            .addArray("A", columns(shares, 3)),
        file.toFile());

    CommandLine run =
        unmix(
            "input=" + file,
            "scene.variable=Y",
            "scene.image=12x10",
            "scene.pixel-order=column-by-column",
            "reference.endmembers=M",
            "reference.abundances=A",
            "reference.names=[iron, oxide, pores]");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(angle(run.out(), "n-findr")).isLessThan(1e-3);
    assertThat(run.out()).contains("iron").contains("oxide").contains("pores");
    Catalogue catalogue = Catalogue.at(folder.resolve("tables").toString());
    List<String> fits = List.copyOf(catalogue.endmembers().fits());
    assertThat(fits).hasSize(1).allMatch(fit -> fit.startsWith("scene/n-findr/"));
    List<EndmemberRow> found = catalogue.endmembers().read(fits.get(0));
    assertThat(found).extracting(EndmemberRow::name).containsOnly("iron", "oxide", "pores");
    List<AbundanceRow> abundances = catalogue.abundances().read(fits.get(0));
    assertThat(abundances).hasSize(PIXELS);
    // pixel 13 of the file is row 1, column 1 of an image of 12 x 10: number 11 row by row
    int iron = found.stream().map(EndmemberRow::name).toList().indexOf("iron");
    AbundanceRow pixel = abundances.get(11);
    assertThat(pixel.frame()).isEqualTo(11);
    assertThat(pixel.mean()[iron])
        .isCloseTo(shares[13 * 3], org.assertj.core.api.Assertions.within(1e-2));
    for (String name : List.of("endmembers-n-findr", "abundances-n-findr", "simplex-n-findr")) {
      assertThat(folder.resolve("tables/figures/scene/" + name + ".png")).isNotEmptyFile();
    }

    assertThat(unmix("input=" + file, "scene.variable=Y", "scene.layout=spectra-in-columns").code())
        .isEqualTo(ExitCode.DONE);
    assertThat(catalogue.endmembers().fits()).hasSize(2);
  }

  @Test
  void drawsAreKeptAndWhatIsThereIsNotDoneAgain() throws IOException {
    Path file = npy("scene.npy", PIXELS, BANDS, noisy(spectra(endmembers(), shares())));
    String[] words = {
      "input=" + file,
      "scene.layout=spectra-in-rows",
      "methods=[hmc, n-findr]",
      "inference.starts=2",
      "inference.warmup=150",
      "inference.min-ess=20",
      "inference.max-draws=150"
    };
    CommandLine first = unmix(words);
    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    Catalogue catalogue = Catalogue.at(folder.resolve("tables").toString());
    long version = catalogue.endmembers().version();

    CommandLine again = unmix(words);

    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("unchanged 2 fits of an earlier run");
    assertThat(tables(again.out())).isEqualTo(tables(first.out()));
    assertThat(catalogue.endmembers().version()).isEqualTo(version);
    String fit =
        catalogue.endmembers().fits().stream()
            .filter(one -> one.startsWith("scene/hmc/"))
            .findFirst()
            .orElseThrow();
    assertThat(catalogue.draws().read("scene", fit)).containsOnlyKeys(0, 1);
    words[6] = "inference.max-draws=160";
    assertThat(unmix(words).out()).contains("unchanged 1 fit of an earlier run");
    Path out = folder.resolve("draws");
    CommandLine export =
        CommandLine.run(
            "export",
            "catalogue=" + folder.resolve("tables"),
            "study=scene",
            "cells=[" + fit + "]",
            "format=stan-csv",
            "output=" + out);
    assertThat(export.code()).as(export.err()).isEqualTo(ExitCode.DONE);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(one -> assertThat(Files.readString(one)).contains("C.1.1", "alpha1"));
    }
  }

  /** From the first table on, to where the lines about this run begin. */
  private static String tables(String out) {
    int end = out.indexOf("unchanged");
    return out.substring(out.indexOf("Endmembers"), end < 0 ? out.indexOf("tables    ") : end);
  }

  private static java.util.function.Consumer<double[]> noisy(double[] spectra) {
    RandomStream random = RandomStreams.of(6).at("noise");
    return values -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = spectra[i] + 0.01 * random.nextGaussian();
      }
    };
  }

  @Test
  void importedSpectraAreUnmixed() throws IOException {
    double[] truth = endmembers();
    double[] values = spectra(truth, shares());
    StringBuilder text = new StringBuilder("two_theta");
    for (int i = 0; i < PIXELS; i++) {
      text.append(",s").append(i);
    }
    for (int b = 0; b < BANDS; b++) {
      text.append('\n').append(10 + 0.5 * b);
      for (int i = 0; i < PIXELS; i++) {
        text.append(',').append(values[i * BANDS + b]);
      }
    }
    Path file = Files.writeString(folder.resolve("series.csv"), text.append('\n'));
    CommandLine imported =
        CommandLine.run(
            "import",
            "input=" + file,
            "catalogue=" + folder.resolve("tables"),
            "axis.kind=2th_deg",
            "columns.intensity=[all]");
    assertThat(imported.code()).as(imported.err()).isEqualTo(ExitCode.DONE);

    CommandLine run = unmix("spectra.range=11:18", "name=series");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("120 spectra of 15 points in series");
    CommandLine empty = unmix("spectra.range=100:200");
    assertThat(empty.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(empty.err()).contains("no point of the axis lies within 100.0:200.0");
  }

  @Test
  void whatCannotBeUnmixedIsSaid() throws IOException {
    Path broken = npy("nan.npy", 6, 5, values -> values[7] = Double.NaN);
    assertThat(refused("input=" + broken))
        .contains("1 values in 1 of 6 spectra are not finite, the first in spectrum 2 at point 3");
    Path constant = npy("constant.npy", 6, 5, values -> java.util.Arrays.fill(values, 3));
    assertThat(refused("input=" + constant)).contains("all 6 spectra are equal");
    Path few = npy("few.npy", 2, 5, values -> values[3] = 1);
    assertThat(refused("input=" + few)).contains("3 endmembers asked of 2 spectra");
    assertThat(refused("input=" + folder.resolve("absent.mat"))).contains("no such file");
    assertThat(refused("input=" + constant, "endmembers=1")).contains("not a number of endmembers");
    assertThat(refused("input=" + constant, "dimensions=1"))
        .contains("1 dimensions cannot hold 3 endmembers");
  }

  @Test
  void samsonIsAsPlainNFindrFindsIt() {
    Path data = SharedData.find("hyperspectral").orElse(null);
    Assumptions.assumeTrue(data != null, SharedData.absent("hyperspectral"));
    CommandLine run =
        unmix(
            "input=" + data.resolve("samson/samson_dataset.mat"),
            "scene.variable=Y",
            "scene.image=95x95",
            "scene.pixel-order=column-by-column",
            "reference.endmembers=M",
            "reference.abundances=A");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    // test/golden/unmixing and the plain numpy baseline: 0.0702
    assertThat(angle(run.out(), "n-findr")).isBetween(0.0701, 0.0704);
  }

  private String refused(String... words) {
    List<String> all = new ArrayList<>(List.of("scene.layout=spectra-in-rows"));
    all.addAll(List.of(words));
    CommandLine run = unmix(all.toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.USER_CAN_MEND);
    return run.err();
  }

  private CommandLine unmix(String... words) {
    List<String> all = new ArrayList<>(List.of("unmix", "catalogue=" + folder.resolve("tables")));
    if (List.of(words).stream().noneMatch(word -> word.startsWith("methods="))) {
      all.add("methods=[n-findr]");
    }
    if (List.of(words).stream().noneMatch(word -> word.startsWith("endmembers="))) {
      all.add("endmembers=3");
    }
    all.addAll(List.of(words));
    return CommandLine.run(all.toArray(String[]::new));
  }

  /** The mean angle in the table of methods. */
  private static double angle(String out, String method) {
    String table = out.substring(out.indexOf("Methods\n"));
    Matcher line = Pattern.compile("(?m)^  " + method + " +3 +([0-9.e-]+)").matcher(table);
    assertThat(line.find()).as(out).isTrue();
    return Double.parseDouble(line.group(1));
  }

  /** Three peaks on a background, 3 x BANDS. */
  private static double[] endmembers() {
    double[] values = new double[3 * BANDS];
    for (int k = 0; k < 3; k++) {
      for (int b = 0; b < BANDS; b++) {
        double x = (b - 4 - 5 * k) / 2.0;
        values[k * BANDS + b] = 0.2 + 0.1 * k + Math.exp(-x * x / 2);
      }
    }
    return values;
  }

  /** PIXELS x 3; the first three pixels are pure. */
  private static double[] shares() {
    RandomStream random = RandomStreams.of(5).at("shares");
    double[] shares = new double[PIXELS * 3];
    for (int i = 0; i < PIXELS; i++) {
      double a = random.nextDouble();
      double b = (1 - a) * random.nextDouble();
      shares[3 * i] = i < 3 ? i == 0 ? 1 : 0 : a;
      shares[3 * i + 1] = i < 3 ? i == 1 ? 1 : 0 : b;
      shares[3 * i + 2] = i < 3 ? i == 2 ? 1 : 0 : 1 - a - b;
    }
    return shares;
  }

  private static double[] spectra(double[] truth, double[] shares) {
    double[] values = new double[PIXELS * BANDS];
    for (int i = 0; i < PIXELS; i++) {
      for (int k = 0; k < 3; k++) {
        for (int b = 0; b < BANDS; b++) {
          values[i * BANDS + b] += shares[3 * i + k] * truth[k * BANDS + b];
        }
      }
    }
    return values;
  }

  /** Rows as MATLAB's columns. */
  private static Matrix columns(double[] rows, int length) {
    Matrix matrix = Mat5.newMatrix(length, rows.length / length);
    for (int i = 0; i < rows.length; i++) {
      matrix.setDouble(i % length, i / length, rows[i]);
    }
    return matrix;
  }

  private Path npy(String name, int rows, int columns, java.util.function.Consumer<double[]> change)
      throws IOException {
    double[] values = new double[rows * columns];
    change.accept(values);
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    byte[] text =
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file =
        ByteBuffer.allocate(10 + text.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0);
    file.putShort((short) text.length).put(text);
    for (double value : values) {
      file.putDouble(value);
    }
    return Files.write(folder.resolve(name), file.array());
  }
}
