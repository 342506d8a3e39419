package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.debye.failure.InputException;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
  @Test
  void endingDecidesTheFormat(@TempDir Path folder) throws IOException {
    FigureFile.write(figure(), folder.resolve("w.PNG"));
    FigureFile.write(figure(), folder.resolve("w.svg"));
    assertThat(ImageIO.read(folder.resolve("w.PNG").toFile()).getHeight()).isEqualTo(1200);
    assertThat(Files.readString(folder.resolve("w.svg"))).contains("<svg").contains("2θ");
    assertThatThrownBy(() -> FigureFile.write(figure(), folder.resolve("w.pdf")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("a figure is written as .png or .svg. Change the file's ending.");
    assertThat(folder.resolve("w.pdf")).doesNotExist();
  }

  @Test
  void signsWithoutGlyphsAreSpelledOut() {
    assertThat(FigureStyle.spelled("Scattering vector q (Å⁻¹)", c -> c < 128))
        .isEqualTo("Scattering vector q (A^-1)");
    assertThat(FigureStyle.spelled("2θ, σ, 5 °, 雪", c -> c < 128))
        .isEqualTo("2theta, sigma, 5 deg, ?");
    assertThat(FigureStyle.spelled("2θ", c -> true)).isEqualTo("2θ");
  }

  @Test
  void longTitleKeepsItsEnds() {
    String title = "a".repeat(100) + "b".repeat(100);
    assertThat(FigureStyle.shortened(title))
        .hasSizeLessThan(77)
        .startsWith("aaa")
        .contains("...")
        .endsWith("bbb");
    assertThat(FigureStyle.shortened("short")).isEqualTo("short");
  }

  /** In a JVM of its own that is shown a machine without a single font. */
  @Test
  void machineWithoutFontsIsTold(@TempDir Path folder) throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    Path conf = folder.resolve("fonts.conf");
    Files.writeString(
        conf,
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
            + none
            + "</dir><cachedir>"
            + none
            + "</cachedir></fontconfig>");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            FontlessMachine.class.getName());
    builder.environment().put("FONTCONFIG_FILE", conf.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("figures: this machine has no font that Java can use. Install fontconfig");
  }

  static Figure figure() {
    SpectralAxis axis = Sketch.axis(100);
    return new Waterfall(
        "w", axis, "Frame", List.of(new Waterfall.Curve("0", Sketch.intensity(axis, 0, 1))));
  }
}
