package org.debye.spectra.absorption;

import java.util.ArrayList;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;
import org.debye.spectra.text.ImportedSpectrum;

/** Repeated scans of one sample, a file each, as one spectrum: their mean as measured. */
public final class RepeatedScans {
  private RepeatedScans() {}

  /**
   * The spectra of a dataset. Of one file they are its own; of several, each with one scan, there
   * is one: {@link MergedScans}, with the standard error of the mean, what the header of the first
   * says and the name that is given.
   *
   * @param files spectra of each file
   * @throws InputException where a file holds several spectra, or scans cannot be laid over one
   *     another: none is left out silently
   */
  public static List<ImportedSpectrum> spectra(String name, List<List<ImportedSpectrum>> files) {
    if (files.size() == 1) {
      return files.get(0);
    }
    List<AbsorptionScan> scans = new ArrayList<>();
    for (List<ImportedSpectrum> file : files) {
      scans.add(scan(file));
    }
    return List.of(merged(name, files.get(0).get(0), scans));
  }

  private static AbsorptionScan scan(List<ImportedSpectrum> file) {
    if (file.size() != 1) {
      throw refused(
          file.isEmpty() ? "a file" : file.get(0).name().replaceFirst("#[^#/]*$", ""),
          "it holds " + file.size() + " spectra, and only files of one scan each are merged");
    }
    ImportedSpectrum one = file.get(0);
    if (one.kind() != AxisKind.ENERGY_EV) {
      throw refused(one.name(), "its axis is " + one.kind().key() + ", not an energy");
    }
    double[] values = new double[one.intensity().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = one.intensity()[i];
    }
    AbsorptionScan scan = AbsorptionScan.finite(one.axis(), values);
    if (scan.points() < EdgeNormalisation.LEAST_POINTS || !scan.ascends()) {
      throw refused(
          one.name(),
          scan.points() < EdgeNormalisation.LEAST_POINTS
              ? "it has " + scan.points() + " points that are numbers"
              : "its energies do not ascend");
    }
    return scan.separated();
  }

  private static ImportedSpectrum merged(
      String name, ImportedSpectrum first, List<AbsorptionScan> scans) {
    double low = scans.stream().mapToDouble(scan -> scan.energy()[0]).max().orElseThrow();
    double high =
        scans.stream().mapToDouble(scan -> scan.energy()[scan.points() - 1]).min().orElseThrow();
    if (!(low < high)) {
      throw refused(name, "its scans have no energies in common");
    }
    MergedScans mean = MergedScans.of(scans);
    float[] intensity = new float[mean.energy().length];
    float[] sigma = new float[intensity.length];
    for (int i = 0; i < intensity.length; i++) {
      intensity[i] = (float) mean.mean()[i];
      sigma[i] = (float) (mean.deviation()[i] / Math.sqrt(scans.size()));
    }
    return new ImportedSpectrum(
        name, first.kind(), mean.energy(), intensity, sigma, first.metadata());
  }

  private static InputException refused(String where, String problem) {
    return InputException.of(
        FailureCode.UNSOUND_SPECTRUM,
        where,
        problem,
        "Leave it out by exclude, or choose another absorption.merge.");
  }
}
