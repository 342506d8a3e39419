package org.debye.spectra.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.fixtures.SharedData;
import org.debye.spectra.AxisKind;
import org.debye.spectra.absorption.AbsorptionImport.Form;
import org.debye.spectra.absorption.AbsorptionImport.Outcome;
import org.debye.spectra.absorption.AbsorptionImport.ParameterSource;
import org.debye.spectra.text.ImportSettings;
import org.debye.spectra.text.ImportedSpectrum;
import org.debye.spectra.text.SpectrumText;
import org.junit.jupiter.api.Test;

/** What an import makes of absorption spectra, and of the parameters of Athena projects. */
class AbsorptionImportTest {
  private static final Map<String, String> IRON =
      Map.of("element.symbol", "Fe", "Element.edge", "K");

  @Test
  void keepsItsOwnEnergiesOrThoseOfTheStandardGrid() {
    AbsorptionImport own =
        new AbsorptionImport(Form.FLATTENED, null, false, 0, ParameterSource.FILE);
    Outcome.Kept kept = (Outcome.Kept) own.of(spectrum(SyntheticScan.iron(), IRON));
    assertThat(kept.spectrum().axis()).hasSize(601);
    assertThat(kept.spectrum().sigma()).hasSize(601);
    double step = Objects.requireNonNull(kept.conditions().get("edge_step"));
    assertThat((double) kept.spectrum().sigma()[7]).isCloseTo(0.25 / step, within(1e-6));
    assertThat(kept.conditions()).containsEntry("energy_shift_eV", 0.0).containsKey("e0_eV");
    AbsorptionImport gridded =
        new AbsorptionImport(Form.FLATTENED, null, true, 0.5, ParameterSource.FILE);
    Outcome.Kept onGrid = (Outcome.Kept) gridded.of(spectrum(SyntheticScan.iron(), IRON));
    assertThat(onGrid.spectrum().axis())
        .isEqualTo(EnergyGrid.standard(AbsorptionEdge.k("Fe")).energies());
    assertThat(onGrid.conditions()).containsEntry("energy_shift_eV", 0.5);
    // one point of the scan is half an electronvolt
    assertThat(onGrid.spectrum().intensity()[40])
        .isCloseTo(kept.spectrum().intensity()[169 + 39], within(1e-3f));
  }

  @Test
  void movesASpectrumToTheKnownOneThatItIsMostLike() {
    AbsorptionEdge iron = AbsorptionEdge.k("Fe");
    AbsorptionImport plain =
        new AbsorptionImport(Form.FLATTENED, null, true, 0, ParameterSource.FILE);
    Outcome.Kept still = (Outcome.Kept) plain.of(spectrum(SyntheticScan.iron(), IRON));
    double[] known = new double[EnergyGrid.STANDARD_POINTS];
    double[] other = new double[EnergyGrid.STANDARD_POINTS];
    for (int i = 0; i < known.length; i++) {
      known[i] = still.spectrum().intensity()[i];
      other[i] = Math.sin(i);
    }
    EdgeAlignment alignment =
        new EdgeAlignment(
            "two",
            List.of(new EdgeAlignment.Known(iron, other), new EdgeAlignment.Known(iron, known)),
            5);
    // moved by 2 eV, it is moved back
    AbsorptionImport moved =
        new AbsorptionImport(Form.FLATTENED, null, true, 2, ParameterSource.FILE, alignment, false);
    Outcome.Kept found = (Outcome.Kept) moved.of(spectrum(SyntheticScan.iron(), IRON));
    assertThat(found.conditions().get("aligned_shift_eV")).isCloseTo(-2, within(0.02));
    assertThat(found.conditions().get("aligned_correlation")).isGreaterThan(0.9999);
    for (int i = 0; i < known.length; i++) {
      assertThat((double) found.spectrum().intensity()[i]).isCloseTo(known[i], within(5e-3));
    }
    assertThat(plain.toString()).isNotEqualTo(moved.toString()).doesNotContain("aligned");
    EdgeAlignment nickel =
        new EdgeAlignment(
            "none", List.of(new EdgeAlignment.Known(AbsorptionEdge.k("Ni"), other)), 5);
    Outcome.Left left =
        (Outcome.Left)
            new AbsorptionImport(Form.FLATTENED, null, true, 2, ParameterSource.FILE, nickel, false)
                .of(spectrum(SyntheticScan.iron(), IRON));
    assertThat(left.problem()).contains("no known spectrum of Fe K can be laid over it");
  }

  @Test
  void saysWhyOneIsLeftOut() {
    AbsorptionImport manganese =
        new AbsorptionImport(
            Form.NORMALISED, AbsorptionEdge.k("Mn"), true, 0, ParameterSource.LARCH);
    Outcome.Left left = (Outcome.Left) manganese.of(spectrum(SyntheticScan.iron(), IRON));
    assertThat(left.reason()).isEqualTo(DiscardReason.WRONG_ELEMENT);
    assertThat(left.name()).isEqualTo("scan");
    AbsorptionImport any =
        new AbsorptionImport(Form.NORMALISED, null, true, 0, ParameterSource.LARCH);
    left = (Outcome.Left) any.of(spectrum(SyntheticScan.iron(), Map.of()));
    assertThat(left.problem()).contains("which element's grid");
    left = (Outcome.Left) any.of(spectrum(SyntheticScan.of(7120, 100, 30, 1, 3), IRON));
    assertThat(left.reason()).isEqualTo(DiscardReason.GRID_NOT_COVERED);
    assertThat(left.problem())
        .contains("7020.0 to 7150.0 eV")
        .contains("Fe K, 7104.5 to 7154.0 eV");
  }

  @Test
  void findsTheStepThatAthenaFound() throws IOException {
    Path project = SharedData.find("xanes/athena/Fe.prj").orElse(null);
    assumeTrue(project != null, SharedData.absent("xanes/athena/Fe.prj"));
    AbsorptionImport asAthena =
        new AbsorptionImport(Form.FLATTENED, null, false, 0, ParameterSource.FILE);
    List<ImportedSpectrum> groups =
        SpectrumText.read("Fe.prj", Files.readAllBytes(project), ImportSettings.fromFile());
    int compared = 0;
    for (ImportedSpectrum group : groups) {
      Outcome.Kept kept = (Outcome.Kept) asAthena.of(group);
      Map<String, String> said = group.metadata();
      double step = Double.parseDouble(said.getOrDefault("bkg_step", ""));
      assertThat(kept.conditions().get("edge_step"))
          .as(group.name())
          .isCloseTo(step, within(5e-3 * step));
      assertThat(kept.conditions())
          .containsEntry("e0_eV", Double.parseDouble(said.getOrDefault("bkg_e0", "")))
          .containsEntry(
              "energy_shift_eV", Double.parseDouble(said.getOrDefault("bkg_eshift", "")));
      compared++;
    }
    assertThat(compared).isEqualTo(5);
    AbsorptionImport byRule =
        new AbsorptionImport(Form.FLATTENED, null, false, 0, ParameterSource.LARCH);
    assertThat(((Outcome.Kept) byRule.of(groups.get(0))).conditions())
        .containsEntry("energy_shift_eV", 0.0);
  }

  private static ImportedSpectrum spectrum(AbsorptionScan scan, Map<String, String> metadata) {
    float[] intensity = new float[scan.points()];
    float[] sigma = new float[scan.points()];
    for (int i = 0; i < intensity.length; i++) {
      intensity[i] = (float) scan.absorption()[i];
      sigma[i] = 0.25f;
    }
    return new ImportedSpectrum(
        "scan", AxisKind.ENERGY_EV, scan.energy(), intensity, sigma, metadata);
  }
}
