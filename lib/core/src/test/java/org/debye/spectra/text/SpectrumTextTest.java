package org.debye.spectra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTextTest {
  private static final ImportSettings ANGLES = ImportSettings.of(AxisKind.TWO_THETA_DEG);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.0 123\n5.5 125.5\n",
        "5.0\t123\r\n5.5\t125.5\r\n",
        "5.0,123\r5.5,125.5",
        "  5.0 ;  123\n5.5;125.5;\n",
        "5,0;123\n5,5;125,5\n",
        "\ufeff# 2th_deg I\n5.0D+00 1.23d2 # good\n\n! a remark\n5.5 1.255E+02\n\u001a",
        "2theta,counts\n\"5.0\",\"123\"\n\"5.5\",\"125.5\"\n",
        "sample: LaB6\n-----\n\t5.0   123\n\t5.5   125.5\n"
      })
  void readsTheSameTwoPointsInEveryDialect(String text) {
    ImportedSpectrum spectrum = only(read("a.xy", text, ANGLES));
    assertThat(spectrum.name()).isEqualTo("a.xy");
    assertThat(spectrum.kind()).isEqualTo(AxisKind.TWO_THETA_DEG);
    assertThat(spectrum.axis()).containsExactly(5.0, 5.5);
    assertThat(spectrum.intensity()).containsExactly(123f, 125.5f);
    assertThat(spectrum.sigma()).isEmpty();
  }

  @Test
  void asksForTheKindOfAxisAndOnlyHintsAtIt() {
    assertThatThrownBy(() -> read("a.xy", "# 2th_deg I\n1 2\n3 4\n", ImportSettings.fromFile()))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.MISSING_METADATA))
        .hasMessage(
            "a.xy: what its axis is cannot be read from the file for certain, though its header"
                + " suggests 2th_deg. Set axis.kind to one of 2th_deg, q_nm^-1, q_A^-1, r_mm,"
                + " energy_eV, channel.");
  }

  @Test
  void readsCountsPerChannelOnlyWhenTold() {
    assertThat(only(read("co.dat", "0\n7\n3\n", ImportSettings.of(AxisKind.CHANNEL))).axis())
        .containsExactly(0, 1, 2);
    assertThatThrownBy(() -> read("co.dat", "0\n7\n", ImportSettings.of(AxisKind.ENERGY_EV)))
        .hasMessageContaining("Set axis.kind=channel for counts per channel, or give the axis.");
  }

  @Test
  void takesAColumnNamedSigmaForTheErrors() {
    ImportedSpectrum spectrum = only(read("a.dat", "# 2th_deg I sigma\n1 20 2\n2 30 3\n", ANGLES));
    assertThat(spectrum.intensity()).containsExactly(20, 30);
    assertThat(spectrum.sigma()).containsExactly(2, 3);
    assertThat(only(read("a.xye", "1 20 2\n2 30 3\n", ANGLES)).sigma()).containsExactly(2, 3);
  }

  @Test
  void makesASpectrumOfEveryChosenColumn() {
    String text = "# E\tone\ttwo\tdy\n8.0\t1\t2\t.1\n8.1\t3\t4\t.2\n";
    ImportSettings settings =
        ImportSettings.of(AxisKind.ENERGY_EV)
            .withAxisScale(1000)
            .withColumns(
                null, List.of(ColumnChoice.of("TWO"), ColumnChoice.of("2")), ColumnChoice.of("dy"));
    List<ImportedSpectrum> spectra = read("m.dat", text, settings);
    assertThat(spectra)
        .extracting(ImportedSpectrum::name)
        .containsExactly("m.dat#two", "m.dat#one");
    assertThat(spectra.get(0).axis()).containsExactly(8000, 8100);
    assertThat(spectra.get(0).intensity()).containsExactly(2, 4);
    assertThat(spectra.get(1).sigma()).containsExactly(.1f, .2f);

    ImportSettings all =
        ImportSettings.of(AxisKind.ENERGY_EV)
            .withColumns(null, List.of(ColumnChoice.of("all")), ColumnChoice.of("4"));
    assertThat(read("m.dat", text, all)).hasSize(2);
  }

  @Test
  void saysWhichColumnsThereAre() {
    ImportSettings settings = ANGLES.withColumns(null, List.of(ColumnChoice.of("mu")), null);
    assertThatThrownBy(() -> read("m.dat", "#x y\n1 2\n", settings))
        .hasMessage(
            "m.dat: no column mu among its 2 columns (x, y). Set columns.intensity to one of them,"
                + " by name or by number.");
  }

  @Test
  void reversesADescendingAxisAndKeepsRepeatedPoints() {
    ImportedSpectrum spectrum = only(read("a.xy", "3 30\n2 20\n2 21\n1 10\n", ANGLES));
    assertThat(spectrum.axis()).containsExactly(1, 2, 2, 3);
    assertThat(spectrum.intensity()).containsExactly(10, 21, 20, 30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2~3 4~2 5 | a.xy:3: the axis turns back, from 3.0 to 2.0.",
        "1 2~nan 4 | a.xy:2: the axis is NaN.",
        "1 2~3 4~oops 5 | a.xy:3: text among the numbers: 'oops 5'.",
        "1 2~3 4~5 | a.xy:3: 1 numbers where the first row, in line 1, has 2: '5'.",
        "3~1 2~3 4 | a.xy:2: 2 numbers where the first row, in line 1, has 1: '1 2'.",
        "1,5 2,5~3,5 4 | a.xy:1: decimal commas: '1,5 2,5'.",
        "nothing here | a.xy: no line of numbers.",
        "1.0-5 2~1.2.3 4 | a.xy: no line of numbers."
      })
  void saysWhereATextIsMalformed(String text, String message) {
    assertThatThrownBy(() -> read("a.xy", text.replace('~', '\n'), ANGLES))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.MALFORMED_TEXT))
        .hasMessageStartingWith(message);
  }

  @Test
  void emptyFieldsHaveNoValue() {
    ImportedSpectrum spectrum =
        only(
            read(
                "a.csv",
                "x,a,b\n1,2,3\n2,,4\n3\n",
                ANGLES.withColumns(null, List.of(ColumnChoice.of("a")), null)));
    assertThat(spectrum.intensity()).containsExactly(2, Float.NaN, Float.NaN);
    assertThatThrownBy(() -> read("a.tsv", "1\t2\n\t3\n", ANGLES))
        .hasMessageStartingWith("a.tsv:2: the axis is NaN.");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> SpectrumText.read("a.h5", new byte[] {1, 0, 2}, ANGLES))
        .hasMessageStartingWith("a.h5: binary data where text was expected.");
    assertThatThrownBy(
            () -> SpectrumText.read("a", new byte[] {(byte) 0xff, (byte) 0xfe, 49, 0}, ANGLES))
        .hasMessage("a: UTF-16 text. Save it as UTF-8.");
  }

  @Test
  void keepsWhatTheHeaderSaysInUtf8OrLatin1() {
    String text = "# Temperature: 20 \u00b0C\n# Distance = 0.3 m\n1 2\n";
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      ImportedSpectrum spectrum = only(SpectrumText.read("a.xy", text.getBytes(charset), ANGLES));
      assertThat(spectrum.metadata())
          .containsEntry("Temperature", "20 \u00b0C")
          .containsEntry("Distance", "0.3 m");
    }
  }

  @Test
  void skipsLinesAndUsesAGivenAxis() {
    ImportSettings settings =
        ImportSettings.of(AxisKind.ENERGY_EV)
            .withSkippedLines(1)
            .withAxisValues(new double[] {7000, 7001})
            .withColumns(null, List.of(ColumnChoice.of("all")), null);
    List<ImportedSpectrum> spectra = read("m.txt", "2\n1 2\n3 4\n", settings);
    assertThat(spectra).hasSize(2);
    assertThat(spectra.get(1).axis()).containsExactly(7000, 7001);
    assertThat(spectra.get(1).intensity()).containsExactly(2, 4);
    assertThatThrownBy(() -> read("m.txt", "2\n1 2\n", settings))
        .hasMessageContaining("1 rows, but the given axis has 2 points");
    assertThat(SpectrumText.readAxis("axis.txt", bytes("# eV\n7000\n7001\n")))
        .containsExactly(7000, 7001);
  }

  @Test
  void readsFit2dsChi() {
    String text =
        "LaB6\n2-Theta Angle (Degrees)\nIntensity\n       2\n 1.0E+00 2.0E+01\n 2.0E+00 3.0E+01\n";
    ImportedSpectrum spectrum = only(read("a.chi", text, ANGLES));
    assertThat(spectrum.intensity()).containsExactly(20, 30);
    assertThat(spectrum.metadata()).containsEntry("title", "LaB6");
    assertThatThrownBy(() -> read("a.chi", text, ImportSettings.fromFile()))
        .hasMessageContaining("suggests 2th_deg");
  }

  @Test
  void readsGsasBanks() {
    String text =
        """
        LaB6 at 30 keV
        # remark
        BANK 1 2 2 CONS 500.0 1.0 0 0 FXYE
        500.0 20 4
        501.0 30 5
        BANK 2 1 1 CONST 600 1 0 0 FXYE
         600 40 6
        """;
    List<ImportedSpectrum> spectra = read("a.fxye", text, ImportSettings.fromFile());
    assertThat(spectra)
        .extracting(ImportedSpectrum::name)
        .containsExactly("a.fxye#bank 1", "a.fxye#bank 2");
    assertThat(spectra.get(0).axis()).containsExactly(5.0, 5.01);
    assertThat(spectra.get(0).sigma()).containsExactly(4, 5);
    assertThatThrownBy(
            () -> read("a.fxye", text.replace("CONS ", "SLOG "), ImportSettings.fromFile()))
        .hasMessageContaining("a bank that is not of constant wavelength");
    assertThatThrownBy(
            () ->
                read("a.fxye", text.substring(0, text.indexOf("501.0")), ImportSettings.fromFile()))
        .hasMessageContaining("the file ends after 1 of 2 points");
  }

  @Test
  void makesAbsorptionOfDetectorColumns() {
    String text =
        """
        # XDI/1.0
        # Column.1: energy keV
        # Column.2: i0
        # Column.3: itrans
        # Column.4: ifluor
        # Column.5: irefer
        # Element.symbol: Fe
        # ---
        # energy i0 itrans ifluor irefer
        7.1 100 50 20 25
        7.2 100 0 30 10
        """;
    List<ImportedSpectrum> spectra = read("fe.xdi", text, ImportSettings.fromFile());
    assertThat(spectra)
        .extracting(ImportedSpectrum::name)
        .containsExactly("fe.xdi#transmission", "fe.xdi#fluorescence");
    assertThat(spectra.get(0).kind()).isEqualTo(AxisKind.ENERGY_EV);
    assertThat(spectra.get(0).axis()).containsExactly(7100, 7200);
    assertThat(spectra.get(0).intensity()).containsExactly((float) Math.log(2), Float.NaN);
    assertThat(spectra.get(1).intensity()).containsExactly(.2f, .3f);
    assertThat(spectra.get(0).metadata()).containsEntry("Element.symbol", "Fe");

    ImportSettings reference = ImportSettings.fromFile().withQuantity(Quantity.REFERENCE);
    assertThat(only(read("fe.xdi", text, reference)).intensity()[0]).isEqualTo((float) Math.log(2));
    ImportSettings normalised =
        ImportSettings.fromFile().withQuantity(Quantity.NORMALISED_TRANSMISSION);
    assertThatThrownBy(() -> read("fe.xdi", text, normalised))
        .hasMessageContaining(
            "no NORMALISED_TRANSMISSION follows from its 5 columns (energy, i0, itrans, ifluor,"
                + " irefer)");
  }

  @Test
  void makesAnEnergyOfAnAngleOnlyWithTheLatticeSpacing() {
    String text =
        """
        # XDI/1.0
        # Column.1: angle degrees
        # Column.2: mutrans
        # Mono.d_spacing: 3.13550
        16.1 1
        16.0 2
        """;
    ImportedSpectrum spectrum = only(read("fe.xdi", text, ImportSettings.fromFile()));
    double energy = 12398.41984332 / (2 * 3.1355 * Math.sin(Math.toRadians(16.1)));
    assertThat(spectrum.axis()[0]).isCloseTo(energy, within(1e-9));
    assertThat(spectrum.axis()[1]).isGreaterThan(energy);
    assertThatThrownBy(
            () -> read("fe.xdi", text.replace("d_spacing", "name"), ImportSettings.fromFile()))
        .hasMessageContaining("an angle column, but no Mono.d_spacing to make an energy of it");
    assertThatThrownBy(
            () ->
                read(
                    "fe.xdi",
                    text.replace("angle degrees", "energy pixel"),
                    ImportSettings.fromFile()))
        .hasMessageContaining("the energy column has the unit pixel, neither eV nor keV");
    assertThatThrownBy(() -> read("fe.xdi", text, ANGLES))
        .hasMessageContaining("axis.kind is 2th_deg, but an XDI file has an energy axis");
  }

  @Test
  void readsPerlStringsWithoutEvaluatingThem() {
    String project =
        """
        # Athena project file -- Demeter version 0.9
        $old_group = 'abc';
        @args = ('label','O\\'Neil \\\\ 1',"note","a\\x{e9}\\n\\$x",'nested',[1,['2']],
          'hash',{'a' => {'b' => 'c'}},'none',undef,'bkg_eshift',-5.8,);
        @x = ('7000','7001.5');
        @y = ('0.1',2e-1);
        @stddev = ('1','2');
        [record] # here
        $old_group = 'chi';
        @args = ('label','k','is_chi','1');
        @x = (1);
        @y = (2);
        [record]
        @journal = ('system("rm")');
        1;
        # Local Variables:
        """;
    ImportedSpectrum spectrum =
        only(SpectrumText.read("p.prj", gzipped(project), ImportSettings.fromFile()));
    assertThat(spectrum.name()).isEqualTo("p.prj#O'Neil \\ 1");
    assertThat(spectrum.axis()).containsExactly(7000, 7001.5);
    assertThat(spectrum.intensity()).containsExactly(.1f, .2f);
    assertThat(spectrum.metadata())
        .containsEntry("note", "a\u00e9\n$x")
        .containsEntry("bkg_eshift", "-5.8")
        .doesNotContainKeys("none", "nested");

    ImportSettings withErrors =
        ImportSettings.fromFile()
            .withColumns(null, List.of(ColumnChoice.of("y")), ColumnChoice.of("stddev"));
    assertThat(only(SpectrumText.read("p.prj", bytes(project), withErrors)).sigma())
        .containsExactly(1, 2);
    assertThatThrownBy(
            () -> SpectrumText.read("p.prj", bytes(project.substring(0, 90)), withErrors))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("p.prj:3: a project with an end in the middle of a statement.");
  }

  @Test
  void readsArraysOnlyWithAnAxis() {
    byte[] matrix = npy("(2, 3)", 1, 2, 3, 4, 5, 6);
    ImportSettings energies = ImportSettings.of(AxisKind.ENERGY_EV);
    List<ImportedSpectrum> rows =
        SpectrumText.read("m.npy", matrix, energies.withAxisValues(new double[] {10, 11, 12}));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).intensity()).containsExactly(4, 5, 6);
    List<ImportedSpectrum> columns =
        SpectrumText.read("m.npy", matrix, energies.withAxisValues(new double[] {10, 11}));
    assertThat(columns).hasSize(3);
    assertThat(columns.get(2).intensity()).containsExactly(3, 6);
    assertThatThrownBy(() -> SpectrumText.read("m.npy", matrix, energies))
        .hasMessageContaining("whether the spectra of a 2 x 3 matrix are rows or columns");
    assertThatThrownBy(
            () ->
                SpectrumText.read(
                    "m.npy", matrix, energies.withLayout(MatrixLayout.SPECTRA_IN_ROWS)))
        .hasMessageContaining("a matrix of intensities has no axis of kind energy_eV");
    List<ImportedSpectrum> onOwnAxis =
        SpectrumText.read(
            "m.npy",
            matrix,
            energies
                .withLayout(MatrixLayout.SPECTRA_IN_ROWS)
                .withColumns(ColumnChoice.of("1"), List.of(), null));
    assertThat(only(onOwnAxis).axis()).containsExactly(1, 2, 3);
    ImportedSpectrum counts =
        only(SpectrumText.read("c.npy", npy("(3,)", 7, 8, 9), ImportSettings.of(AxisKind.CHANNEL)));
    assertThat(counts.axis()).containsExactly(0, 1, 2);
    assertThat(counts.intensity()).containsExactly(7, 8, 9);
  }

  private static byte[] npy(String shape, double... values) {
    byte[] header = bytes("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n");
    ByteBuffer buffer =
        ByteBuffer.allocate(10 + header.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    buffer.putShort((short) header.length).put(header);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return buffer.array();
  }

  private static byte[] gzipped(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<ImportedSpectrum> read(String name, String text, ImportSettings settings) {
    return SpectrumText.read(name, bytes(text), settings);
  }

  private static ImportedSpectrum only(List<ImportedSpectrum> spectra) {
    assertThat(spectra).hasSize(1);
    return spectra.get(0);
  }
}
