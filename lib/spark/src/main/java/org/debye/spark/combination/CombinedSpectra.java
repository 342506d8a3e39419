package org.debye.spark.combination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.debye.unmixing.combination.CombinationFit;
import org.debye.unmixing.combination.CombinationRanking;
import org.debye.unmixing.combination.CombinationRanking.Ranked;
import org.debye.unmixing.combination.LinearCombination;
import org.debye.unmixing.combination.Reference;

/**
 * The spectra of a dataset, each fitted; references among them are left out.
 *
 * @param spectra in the order of their frames
 * @param problems why others have no fit, by frame
 */
public record CombinedSpectra(List<One> spectra, List<String> problems) {
  /** What the normalisation of an import has written down. */
  static final String E0 = "e0_eV";

  /**
   * One spectrum.
   *
   * @param name of the spectrum, or {@code frame 7}
   * @param e0 that the range was counted from, eV
   * @param combinations the best first; the only one where no others were tried
   */
  public record One(long frame, String name, double e0, List<Ranked> combinations) {
    public One {
      combinations = List.copyOf(combinations);
    }

    /** The best. */
    public Ranked best() {
      return combinations.get(0);
    }
  }

  public CombinedSpectra {
    spectra = List.copyOf(spectra);
    problems = List.copyOf(problems);
  }

  /**
   * Reads and fits.
   *
   * @param most spectra at most
   */
  public static CombinedSpectra of(CombinationOrder order, String datasetId, int most) {
    List<Reference> references = ReferenceShelf.of(order);
    Catalogue catalogue = Catalogue.at(order.catalogue(), order.hadoop().configuration());
    Map<String, SpectralAxis> axes = catalogue.axes().all();
    List<One> spectra = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (SpectrumStream rows = catalogue.spectra().read(datasetId)) {
      while (rows.hasNext() && spectra.size() < most) {
        SpectrumRow row = rows.next();
        if (!order.isReference(datasetId, row.frame())) {
          try {
            spectra.add(fitted(order, references, axes, row));
          } catch (InputException e) {
            problems.add("frame " + row.frame() + ", " + e.getMessage());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CombinedSpectra(spectra, problems);
  }

  private static One fitted(
      CombinationOrder order,
      List<Reference> references,
      Map<String, SpectralAxis> axes,
      SpectrumRow row) {
    String name = row.name() == null ? "frame " + row.frame() : row.name();
    double e0 = e0(order, row, name);
    if (order.most() > 0) {
      return new One(
          row.frame(),
          name,
          e0,
          CombinationRanking.of(
              name,
              ReferenceShelf.scan(axes, row),
              e0,
              references,
              order.settings(),
              order.most()));
    }
    CombinationFit fit =
        new LinearCombination(order.settings())
            .fit(name, ReferenceShelf.scan(axes, row), e0, references);
    int[] all = new int[references.size()];
    java.util.Arrays.setAll(all, k -> k);
    return new One(row.frame(), name, e0, List.of(new Ranked(all, fit)));
  }

  private static double e0(CombinationOrder order, SpectrumRow row, String name) {
    Double given = order.e0();
    Double known = given == null ? row.conditions().get(E0) : given;
    if (known == null) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          name,
          "nothing says where its edge is, which range counts from",
          "Import it with absorption.curve=normalised, or set e0.");
    }
    return known;
  }
}
