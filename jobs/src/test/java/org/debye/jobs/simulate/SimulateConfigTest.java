package org.debye.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.debye.jobs.config.Binding;
import org.debye.jobs.config.ConfigBinder;
import org.debye.jobs.config.ConfigProblem;
import org.debye.jobs.config.ConfigSources;
import org.debye.simulation.absorption.XanesElement;
import org.debye.simulation.ramp.SimulatedRamp;
import org.junit.jupiter.api.Test;

/** What the keys of simulate take and refuse. */
class SimulateConfigTest {

  @Test
  void aRampNeedsTablesAndNoFolder() {
    assertThat(bind("recipe=ramp", "seed=1", "catalogue=t")).isInstanceOf(Binding.Bound.class);
    assertThat(problems("recipe=ramp", "seed=1"))
        .contains("catalogue")
        .contains("Set catalogue=DIR");
    assertThat(problems("recipe=raw-ramp", "seed=1")).contains("output").contains("Set output=DIR");
  }

  @Test
  void oneOrSeveralRampsAreNamed() {
    Binding<SimulateConfig> one = bind("recipe=ramp", "seed=1", "catalogue=t", "dataset=D4");
    assertThat(((Binding.Bound<SimulateConfig>) one).config().dataset()).containsExactly("D4");
    assertThat(bind("recipe=ramp", "seed=1", "catalogue=t", "dataset=[d1, mgfeo]"))
        .isInstanceOf(Binding.Bound.class);
  }

  @Test
  void rampsThatThereAreNotAreRefused() {
    assertThat(problems("recipe=ramp", "seed=1", "catalogue=t", "dataset=D10"))
        .contains("dataset")
        .contains("there is no ramp named 'D10'")
        .contains("Choose of mgfeo, D1");
    assertThat(problems("recipe=ramp", "seed=1", "catalogue=t", "dataset=[D1, d1]"))
        .contains("a ramp is named twice");
    assertThat(problems("recipe=ramp", "seed=1", "catalogue=t", "dataset=[]"))
        .contains("no ramp is named");
  }

  @Test
  void anotherVersionOfThePhysicsIsRefused() {
    assertThat(problems("recipe=ramp", "seed=1", "catalogue=t", "version=ramp-0"))
        .contains("version")
        .contains("ramp-0 is not the physics of this Debye, which is " + SimulatedRamp.VERSION);
  }

  @Test
  void absorptionSpectraNeedTablesAndElements() {
    Binding<SimulateConfig> some =
        bind("recipe=xanes", "seed=1", "catalogue=t", "xanes.elements=[ti, cu]");
    assertThat(((Binding.Bound<SimulateConfig>) some).config().xanes().elements())
        .containsExactly(XanesElement.TI, XanesElement.CU);
    assertThat(problems("recipe=xanes", "seed=1")).contains("the recipe xanes needs one");
    assertThat(problems("recipe=xanes", "seed=1", "catalogue=t", "xanes.elements=[zn]"))
        .contains("elements");
    assertThat(problems("recipe=xanes", "seed=1", "catalogue=t", "xanes.share=0"))
        .contains("is not above 0");
    assertThat(problems("recipe=xanes", "seed=1", "catalogue=t", "xanes.physics=xanes-0"))
        .contains("which is xanes-1");
  }

  private static String problems(String... words) {
    return ((Binding.Rejected<SimulateConfig>) bind(words))
        .problems().stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
  }

  private static Binding<SimulateConfig> bind(String... words) {
    ConfigSources sources = new ConfigSources();
    for (String word : words) {
      sources.word(word);
    }
    return ConfigBinder.bind(SimulateConfig.class, sources);
  }
}
