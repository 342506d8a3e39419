package org.debye.spectra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextPropertiesTest {
  private static final String XDI =
      """
        # XDI/1.0 x
        # Column.1: energy eV
        # Column.2: i0
        # Column.3: itrans
        # Mono.d_spacing: 3.1
        # ---
        7000 10 5
        7001 11 6
        7002 12 7
        """;
  private static final String PROJECT =
      """
        # Athena project file
        $old_group = 'a';
        @args = ('label','b','c',[1,{'d' => 2}]);
        @x = ('1','2.5');
        @y = ('3',"4\\x41");
        [record]
        1;
        """;
  private static final String BANK = "title\nBANK 1 2 2 CONS 500 1 0 0 FXYE\n500 20 4\n501 30 5\n";

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTableComesBackFromAnyDialect(long seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(40);
    int columns = 2 + random.nextInt(4);
    double[][] table = table(random, rows, columns);
    boolean descending = rows > 1 && random.nextBoolean();
    byte[] file = written(random, table, descending);

    ImportSettings settings =
        ImportSettings.of(AxisKind.Q_PER_NM)
            .withColumns(null, List.of(new ColumnChoice.Remaining()), null);
    List<ImportedSpectrum> spectra = SpectrumText.read("t.txt", file, settings);

    assertThat(spectra).hasSize(columns - 1);
    for (int c = 1; c < columns; c++) {
      ImportedSpectrum spectrum = spectra.get(c - 1);
      assertThat(spectrum.axis()).containsExactly(table[0]);
      for (int i = 0; i < rows; i++) {
        assertThat(spectrum.intensity()[i]).as("row %d of %d", i, c).isEqualTo((float) table[c][i]);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyBytesAreSpectraOrAnInputException(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 40; trial++) {
      byte[] file = trial % 8 == 0 ? noise(random) : damaged(random, sample(trial));
      for (ImportSettings settings :
          List.of(ImportSettings.fromFile(), ImportSettings.of(AxisKind.CHANNEL))) {
        try {
          for (ImportedSpectrum spectrum : SpectrumText.read("t.txt", file, settings)) {
            assertThat(spectrum.intensity()).hasSameSizeAs(spectrum.axis());
          }
        } catch (InputException e) {
          assertThat(e).hasMessageStartingWith("t.txt");
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyNumberIsTheNearestDouble(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 200; trial++) {
      String text = decimal(random);
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      NumberParser parser = new NumberParser(bytes);
      assertThat(parser.parse(0, bytes.length, '.')).as(text).isTrue();
      assertThat(parser.value()).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  private static String decimal(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
    int digits = 1 + random.nextInt(25);
    int point = random.nextInt(digits + 1);
    for (int i = 0; i < digits; i++) {
      if (i == point) {
        text.append('.');
      }
      text.append((char) ('0' + random.nextInt(random.nextInt(4) == 0 ? 1 : 10)));
    }
    return random.nextBoolean() ? text.toString() : text + "e" + (random.nextInt(660) - 340);
  }

  private static double[][] table(Random random, int rows, int columns) {
    double[][] table = new double[columns][rows];
    for (int c = 0; c < columns; c++) {
      for (int i = 0; i < rows; i++) {
        double value = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(12) - 4);
        table[c][i] = random.nextInt(5) == 0 ? Math.rint(value) : value;
      }
    }
    Arrays.sort(table[0]);
    return table;
  }

  private static byte[] written(Random random, double[][] table, boolean descending) {
    String delimiter = List.of("\t", ",", ";", " ", "   ", " \t", ", ").get(random.nextInt(7));
    boolean commas = delimiter.equals(";") && random.nextBoolean();
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    String mark = List.of("#", "!", "% ", "'").get(random.nextInt(4));
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(mark).append("line ").append(i).append(": about 3, 4 and 5").append(end);
    }
    text.append(random.nextBoolean() ? "q/nm^-1 of sample 1" + end : "").append(end);
    for (int i = 0; i < table[0].length; i++) {
      int row = descending ? table[0].length - 1 - i : i;
      text.append(random.nextInt(9) == 0 ? mark + " a remark" + end : "");
      text.append(random.nextBoolean() ? "  " : "");
      for (int c = 0; c < table.length; c++) {
        String number = spelled(random, table[c][row]);
        text.append(c == 0 ? "" : delimiter).append(commas ? number.replace('.', ',') : number);
      }
      text.append(random.nextBoolean() ? " " : "").append(end);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String spelled(Random random, double value) {
    String plain = Double.toString(value);
    return switch (random.nextInt(3)) {
      case 0 -> plain;
      case 1 -> plain.contains("E") ? plain.replace("E", "d") : plain + "D+00";
      default -> String.format(Locale.ROOT, "%.17e", value);
    };
  }

  private static String sample(int trial) {
    return switch (trial % 8) {
      case 1, 2 -> XDI;
      case 3, 4 -> PROJECT;
      case 5 -> BANK;
      case 6 -> "# a b\n1,2\n3,4\n5,6\n";
      default -> "1 2\n3 4\n5 6\n";
    };
  }

  private static byte[] noise(Random random) {
    byte[] file = new byte[random.nextInt(200)];
    random.nextBytes(file);
    return file;
  }

  private static byte[] damaged(Random random, String text) {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    String tempting = "0123456789.,;-+eE#\t\n\r '\"()[]{}\\$@%=>x\0\u007f";
    for (int flips = random.nextInt(6); flips > 0; flips--) {
      file[random.nextInt(file.length)] = (byte) tempting.charAt(random.nextInt(tempting.length()));
    }
    return random.nextInt(3) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
  }
}
