package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.debye.fixtures.Golden;
import org.debye.fixtures.SharedData;
import org.debye.inference.transform.Logits;
import org.debye.numeric.Hyperbolic;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Log densities and gradients as Stan computes them ({@code test/golden/stan_mixing.R}). */
class MixingDensityStanTest {
  private static final double TOLERANCE = 1e-9;

  private final double[] golden = Golden.doubles("stan_mixing.bin");
  private int read;

  @ParameterizedTest
  @EnumSource(Logits.class)
  void stanHasTheSameDensityAndGradient(Logits logits) {
    int cases = 0;
    read = 0;
    while (read < golden.length) {
      compare(logits);
      cases++;
    }
    assertThat(cases).isEqualTo(7);
  }

  private void compare(Logits logits) {
    NoiseModel noise = next() == 1 ? NoiseModel.AUTHORS_CODE : NoiseModel.STANDARD_DEVIATION;
    MixingPrior prior =
        next() == 1
            ? new MixingPrior(
                new MixingPrior.Inferred(1.5, 0.7), new MixingPrior.HalfNormal(0.3), 2)
            : MixingPrior.ofModel();
    int n = (int) next();
    int k = (int) next();
    int d = (int) next();
    MixingModel model = new MixingModel(k, d, next(), next(), next(), next(), noise);
    int coordinates = (int) next();
    int points = (int) next();
    Observations observations = new Observations(n, d, next(n * d));
    MixingDensity density =
        MixingDensity.of(model, observations, new MixingDensity.Options(prior, logits));
    assertThat(density.dimension()).isEqualTo(coordinates);
    for (int p = 0; p < points; p++) {
      double[] u = next(coordinates);
      double lp = next();
      double[] gradient = next(coordinates);
      assertThat(evaluate(density, logits, u, gradient))
          .as("%s, point %d", model, p)
          .isCloseTo(lp, within(TOLERANCE * Math.abs(lp)));
    }
  }

  /** The value less the stretch's Jacobian, after a look at the gradient. */
  private static double evaluate(
      MixingDensity density, Logits logits, double[] stan, double[] stanGradient) {
    double[] position = fromStan(density.layout(), stan);
    double[] expected = fromStan(density.layout(), stanGradient);
    double bend = 0;
    for (int i = density.layout().abundancesAt(); i < position.length; i++) {
      if (logits == Logits.STRETCHED) {
        double t = Hyperbolic.asinh(position[i]);
        bend += Hyperbolic.logCosh(t);
        expected[i] = expected[i] * Math.cosh(t) + Math.tanh(t);
        position[i] = t;
      }
    }
    double[] gradient = new double[position.length];
    double lp = density.evaluate(position, gradient);
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < position.length; i++) {
      assertThat(gradient[i])
          .as("coordinate %d", i)
          .isCloseTo(expected[i], within(TOLERANCE * Math.abs(expected[i]) + 1e-13 * size));
    }
    return lp - bend;
  }

  /** Stan keeps the sticks of an observation together, we one stick of all observations. */
  private static double[] fromStan(MixingLayout layout, double[] stan) {
    double[] ours = stan.clone();
    int sticks = layout.endmembers() - 1;
    int from = layout.abundancesAt();
    for (int i = 0; i < layout.observations(); i++) {
      for (int k = 0; k < sticks; k++) {
        ours[from + k * layout.observations() + i] = stan[from + i * sticks + k];
      }
    }
    return ours;
  }

  /** A dataset of 500 observations whose Stan run is kept beside the real data. */
  @Test
  void stansValuesOnTheSharedDataset() throws IOException {
    Optional<Path> data = SharedData.find("../reference/stan/d1.data.json");
    Assumptions.assumeTrue(data.isPresent(), SharedData.absent("../reference/stan/d1.data.json"));
    String text = Files.readString(data.orElseThrow());
    String check = Files.readString(data.orElseThrow().resolveSibling("d1.stan_gradcheck.json"));
    MixingModel model =
        new MixingModel(
            (int) numbers(text, "K")[0],
            (int) numbers(text, "D")[0],
            numbers(text, "alpha0")[0],
            numbers(text, "alpha1")[0],
            numbers(text, "sigma")[0],
            numbers(text, "eta")[0],
            NoiseModel.STANDARD_DEVIATION);
    Observations observations =
        new Observations((int) numbers(text, "N")[0], model.dimensions(), numbers(text, "y"));
    for (Logits logits : Logits.values()) {
      MixingDensity density =
          MixingDensity.of(
              model, observations, new MixingDensity.Options(MixingPrior.ofModel(), logits));
      double first = evaluate(density, logits, numbers(check, "u"), numbers(check, "grad"));
      double second = evaluate(density, logits, numbers(check, "u2"), numbers(check, "grad2"));
      // Stan drops constants there: the difference of the two points has none.
      double difference = numbers(check, "lp")[0] - numbers(check, "lp2")[0];
      assertThat(first - second).isCloseTo(difference, within(TOLERANCE * Math.abs(difference)));
    }
  }

  private double next() {
    return golden[read++];
  }

  private double[] next(int count) {
    read += count;
    return Arrays.copyOfRange(golden, read - count, read);
  }

  /** All numbers of one value of a JSON object, in order. */
  private static double[] numbers(String json, String key) {
    Matcher value =
        Pattern.compile("\"" + key + "\":(\\[\\[.*?\\]\\]|\\[.*?\\]|[^,}]*)", Pattern.DOTALL)
            .matcher(json);
    assertThat(value.find()).as(key).isTrue();
    return Pattern.compile("[-0-9.eE+]+")
        .matcher(value.group(1))
        .results()
        .flatMapToDouble(number -> DoubleStream.of(Double.parseDouble(number.group())))
        .toArray();
  }
}
