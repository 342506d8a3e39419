package org.debye.simulation.ramp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds the numbers of {@link RampPhysics} and of {@link MagnesiowustiteTexture}, and prints them.
 * The trends of textures follow from the heights that were read from the published figure, whatever
 * the widths are: each is multiplied by what the simulated line lacks until both agree. The eight
 * numbers of widths and March's r, and the width of the transition, are the ones that make the
 * shares of variance and the widths read from the figure agree best, by coordinate search from
 * those in use. Without rounds it prints the table and the trends of those in use; ramp-2 was
 * searched from several starts and its nine numbers rounded by hand.
 *
 * <pre>
 * mvn -q -pl lib/core -am test-compile
 * mvn -q -pl lib/core dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp lib/core/target/test-classes:lib/core/target/classes:test/fixtures/target/classes:\
 *     $(cat lib/core/target/classpath) org.debye.simulation.ramp.RampCalibration [rounds]
 * </pre>
 */
final class RampCalibration {
  static final List<Integer> KNOTS =
      List.of(0, 40, 60, 80, 90, 100, 110, 120, 130, 140, 150, 175, 210, 250, 290, 345);

  /** Two steps of the figure's colours: what is weaker is not followed, its trend is kept. */
  private static final double WEAK = 1.0;

  private static final double FLOOR = 0.3;
  private static final long SEED = 1;

  private final List<PublishedRamp.Seen> seen = PublishedRamp.lines();
  private final RampDataset dataset = RampDataset.named("mgfeo");

  public static void main(String[] args) {
    new RampCalibration().run(args.length == 0 ? 0 : Integer.parseInt(args[0]));
  }

  private void run(int rounds) {
    double[] numbers = start();
    double best = misfit(numbers, false);
    double[] steps = {0.01, 2e-5, 0.01, 0.08, 0.001, 0.02, 0.1, 0.1, 0.6};
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < numbers.length; i++) {
        for (double sign : new double[] {1, -1}) {
          double[] other = numbers.clone();
          other[i] = Math.max(0, other[i] + sign * steps[i]);
          double misfit = misfit(other, false);
          if (misfit < best) {
            best = misfit;
            numbers = other;
            break;
          }
        }
      }
      System.out.printf(
          Locale.ROOT, "round %d misfit %.4f %s%n", round, best, Arrays.toString(numbers));
      for (int i = 0; i < steps.length; i++) {
        steps[i] *= 0.7;
      }
    }
    misfit(numbers, true);
  }

  private static double[] start() {
    LineShape s = RampPhysics.published().shape();
    return new double[] {
      s.instrumentDeg(),
      s.strainPerGpa(),
      s.gradient(),
      s.stress(),
      s.residual(),
      s.platinumDeg(),
      s.mixing(),
      Sample.MAGNESIOWUSTITE.texture().march(),
      Sample.MAGNESIOWUSTITE.transition().widthGpa()
    };
  }

  private double width = 2.521;

  private double misfit(double[] n, boolean print) {
    width = Math.max(0.3, n[8]);
    RampPhysics physics =
        RampPhysics.of(new LineShape(n[0], n[1], n[2], n[3], n[4], n[5], Math.min(1, n[6])));
    Texture old = Sample.MAGNESIOWUSTITE.texture();
    List<Double> pressures = KNOTS.stream().map(f -> dataset.truth(f).pressureGpa()).toList();
    Map<String, double[]> logs = new TreeMap<>();
    for (PublishedRamp.Seen one : seen) {
      logs.computeIfAbsent(one.family(), f -> new double[KNOTS.size()]);
    }
    double widths = 0;
    for (int iteration = 0; iteration < 8; iteration++) {
      Texture still = texture(pressures, logs, 0, old.correlationGpa(), n[7]);
      widths = follow(ramp(physics, still), logs, print && iteration == 7);
    }
    SimulatedRamp ramp =
        ramp(physics, texture(pressures, logs, old.deviation(), old.correlationGpa(), n[7]));
    double[] explained = ExplainedVariance.of(ramp);
    double sum = 0;
    for (int i = 0; i < 13; i++) {
      double ratio = Math.log(explained[i] / PublishedRamp.EXPLAINED[i]);
      double off = ratio / (i < 4 ? 0.1 : 0.25);
      sum += off * off + 0.2 * Math.pow(off, 4);
    }
    System.out.printf(
        Locale.ROOT,
        "%s misfit %.4f + widths %.4f, 99 %% %d, 99.99 %% %d%n",
        Arrays.toString(n),
        sum,
        widths,
        ExplainedVariance.componentsFor(0.99, explained),
        ExplainedVariance.componentsFor(0.9999, explained));
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      row.append(
          String.format(
              Locale.ROOT,
              " %.4f(%+.0f)",
              explained[i],
              100 * (explained[i] / PublishedRamp.EXPLAINED[i] - 1)));
    }
    System.out.println(row);
    if (print) {
      System.out.println(pressures);
      logs.forEach(
          (f, l) -> {
            StringBuilder b = new StringBuilder();
            for (double v : l) {
              b.append(String.format(Locale.ROOT, "%.3f, ", v));
            }
            System.out.println("Map.entry(\"" + f + "\", List.of(" + b + ")),");
          });
    }
    return sum + widths;
  }

  private SimulatedRamp ramp(RampPhysics physics, Texture texture) {
    Sample s = Sample.MAGNESIOWUSTITE;
    Sample sample =
        new Sample(
            s.formula(),
            s.before(),
            s.after(),
            new org.debye.simulation.Transition(13, width),
            s.rule(),
            texture);
    RampDataset d = dataset;
    return new SimulatedRamp(
        new RampDataset(
            d.name(),
            sample,
            d.exposureSeconds(),
            d.frames(),
            d.pressure(),
            d.calibrant(),
            d.medium()),
        physics,
        SEED);
  }

  private static Texture texture(
      List<Double> knots,
      Map<String, double[]> logs,
      double deviation,
      double length,
      double march) {
    Map<String, List<Double>> trends = new TreeMap<>();
    logs.forEach((f, l) -> trends.put(f, Arrays.stream(l).boxed().toList()));
    return new Texture(knots, trends, deviation, length, march);
  }

  /** One correction of all trends; mean square of the logarithms of strong lines' widths. */
  private double follow(SimulatedRamp ramp, Map<String, double[]> logs, boolean print) {
    double widths = 0;
    int count = 0;
    for (int k = 0; k < KNOTS.size(); k++) {
      int frame = KNOTS.get(k);
      double[] expected = ramp.expected(frame);
      float[] spectrum = new float[expected.length];
      for (int i = 0; i < spectrum.length; i++) {
        spectrum[i] = (float) expected[i];
      }
      float[] above = ExplainedVariance.above(spectrum);
      List<String> missing = new ArrayList<>(logs.keySet());
      StringBuilder row = new StringBuilder();
      for (PublishedRamp.Seen one : seen) {
        if (one.frame() == frame && (k == 0 || one.height() > WEAK)) {
          int top = top(above, one.twoThetaDeg());
          double[] l = Objects.requireNonNull(logs.get(one.family()));
          l[k] =
              Math.max(
                  -4,
                  Math.min(
                      4,
                      l[k] + Math.log(Math.max(FLOOR, one.height()) / Math.max(0.05, above[top]))));
          missing.remove(one.family());
          if (!Double.isNaN(one.fwhmDeg())) {
            double width = width(above, top);
            widths += Math.pow(Math.log(width / one.fwhmDeg()), 2);
            count++;
            row.append(
                String.format(
                    Locale.ROOT,
                    " %s %.2f/%.2f w%.3f/%.3f h%.1f/%.1f",
                    one.family(),
                    9.5604 + top * 0.003975,
                    one.twoThetaDeg(),
                    width,
                    one.fwhmDeg(),
                    above[top],
                    one.height()));
          }
        }
      }
      for (String family : missing) {
        double[] l = Objects.requireNonNull(logs.get(family));
        l[k] = l[k - 1];
      }
      if (print) {
        System.out.println(frame + " " + row);
      }
    }
    return widths / count;
  }

  private static int top(float[] above, double near) {
    int middle = (int) Math.round((near - 9.5604) / 0.003975);
    int best = middle;
    for (int i = middle - 50; i <= middle + 50; i++) {
      best = above[i] > above[best] ? i : best;
    }
    return best;
  }

  private static double width(float[] above, int top) {
    int left = top;
    int right = top;
    while (above[left] > above[top] / 2) {
      left--;
    }
    while (above[right] > above[top] / 2) {
      right++;
    }
    return (right - left) * 0.003975;
  }
}
