package org.debye.unmixing.posterior;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints runs of several programs on one mixture side by side.
 *
 * <pre>MixtureTable FOLDER REFERENCE NAME ...</pre>
 *
 * REFERENCE and the NAMEs are runs in FOLDER; each is compared with the reference, all by the same
 * estimators of effective size and Monte Carlo error.
 */
public final class MixtureTable {
  private MixtureTable() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    MixtureRun reference = MixtureRun.read(folder, args[1]);
    List<String> lines = new ArrayList<>();
    lines.add(
        "| program | chains x (warm-up + draws) | CPU s | us a leapfrog | leapfrogs a draw |"
            + " divergences | E-BFMI | largest R-hat | worst ESS of C | ESS of C a CPU s |"
            + " largest distance of a mean from "
            + reference.program()
            + ", MCSE |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
    for (int i = 1; i < args.length; i++) {
      lines.add(row(MixtureRun.read(folder, args[i]), reference, i == 1));
    }
    System.out.println(String.join(System.lineSeparator(), lines));
  }

  private static String row(MixtureRun run, MixtureRun reference, boolean itself) {
    MixtureAgreement agreement = new MixtureAgreement(run.chains(), reference.chains());
    MixtureRun.Cost cost = run.cost();
    int draws = run.chains().get(0).draws();
    double effective = agreement.worstEffective();
    double rHat = 0;
    String farthest = "";
    double distance = 0;
    for (String variable : agreement.variables()) {
      rHat = Math.max(rHat, agreement.rHat(variable));
      if (agreement.distance(variable) >= distance) {
        distance = agreement.distance(variable);
        farthest = variable;
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d x (%d + %d) | %.1f | %.1f | %.1f | %d | %.2f | %.3f | %.0f | %.3g | %s |",
        run.program(),
        run.chains().size(),
        cost.warmup(),
        draws,
        cost.cpuSeconds(),
        1e6 * cost.cpuSeconds() / cost.leapfrogs(),
        cost.samplingLeapfrogs() / (double) (run.chains().size() * draws),
        cost.divergences(),
        cost.energyFraction(),
        rHat,
        effective,
        effective / cost.cpuSeconds(),
        itself ? "" : String.format(Locale.ROOT, "%.1f (%s)", distance, farthest));
  }
}
