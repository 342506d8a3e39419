package org.debye.jobs.study.mixture;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.List;
import org.debye.jobs.report.TextTable;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.debye.unmixing.posterior.GlobalsLayout;

/**
 * How wide the posteriors of variational inference are beside those of HMC: the mean over
 * coordinates of the ratio of standard deviations, by dataset, and of these the median, which a few
 * datasets on which a method ended elsewhere do not move.
 */
final class MixtureWidths {
  private final MixtureResults results;

  MixtureWidths(MixtureResults results) {
    this.results = results;
  }

  /** Whether there is anything to compare. */
  static boolean applies(MixtureResults results) {
    return results.methods().contains(StudyMethod.HMC)
        && results.methods().stream().anyMatch(StudyMethod::variational);
  }

  /** A line for each variational method. */
  TextTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : results.methods()) {
      List<double[]> widths = method.variational() ? widths(method) : List.of();
      if (!widths.isEmpty()) {
        rows.add(
            List.of(
                MixtureCell.methodName(method),
                Integer.toString(widths.size()),
                median(widths, 0),
                median(widths, 1),
                median(widths, 2),
                median(widths, 3),
                number(converged(method))));
      }
    }
    return new TextTable(
        "Standard deviations over HMC's: median over datasets (1 is as wide as it should be)",
        List.of(
            "method",
            "datasets",
            "endmembers",
            "weights",
            "noise scales",
            "means off (HMC's sd)",
            "converged"),
        rows);
  }

  private static String median(List<double[]> widths, int place) {
    return number(MixtureTables.median(widths.stream().mapToDouble(one -> one[place]).toArray()));
  }

  /** Share of the kept starts that had converged. */
  private double converged(StudyMethod method) {
    return results.datasets().stream()
        .mapToDouble(one -> one.metric(method, StudyMetric.CONVERGED))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** Of each dataset: ratios of endmembers, weights and scales, and how far the means are off. */
  private List<double[]> widths(StudyMethod method) {
    List<double[]> widths = new ArrayList<>();
    for (DatasetOutcome dataset : results.datasets()) {
      MethodOutcome ours = dataset.method(method);
      MethodOutcome exact = dataset.method(StudyMethod.HMC);
      if (ours != null && exact != null) {
        GlobalsLayout layout = GlobalsLayout.of(dataset.dataset().model().inferring(1, 1));
        widths.add(widths(ours, exact, layout));
      }
    }
    return widths;
  }

  private static double[] widths(MethodOutcome ours, MethodOutcome exact, GlobalsLayout layout) {
    double[] sds = ours.array(StudyArray.GLOBAL_SDS);
    double[] exactSds = exact.array(StudyArray.GLOBAL_SDS);
    double[] means = ours.array(StudyArray.GLOBAL_MEANS);
    double[] exactMeans = exact.array(StudyArray.GLOBAL_MEANS);
    double squares = 0;
    int end = layout.correlationAt();
    for (int place = 0; place < end; place++) {
      double off = (means[place] - exactMeans[place]) / exactSds[place];
      squares += off * off / end;
    }
    return new double[] {
      ratio(sds, exactSds, layout.endmembersAt(), layout.scalesAt()),
      ratio(sds, exactSds, 0, layout.endmembersAt()),
      ratio(sds, exactSds, layout.scalesAt(), end),
      Math.sqrt(squares)
    };
  }

  private static double ratio(double[] sds, double[] exact, int from, int to) {
    double sum = 0;
    for (int place = from; place < to; place++) {
      sum += sds[place] / exact[place] / (to - from);
    }
    return sum;
  }
}
