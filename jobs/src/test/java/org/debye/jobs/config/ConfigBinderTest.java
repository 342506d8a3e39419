package org.debye.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigBinderTest {
  enum Colour implements Spelled {
    DEEP_RED("q_A^-1"),
    BLUE("blue");

    private final String spelling;

    Colour(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  enum Kind {
    BOUNDING_BOX,
    FULL
  }

  /** A value that reads itself. */
  record Span(int first, int last) {
    public static Span parse(String text) {
      String[] ends = text.split(":", -1);
      InvalidValue.unless(ends.length == 2, "", "not two ends", "Write first:last.");
      return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
  }

  record Clip(
      @Key(meaning = "Threshold.", unit = "sigma", byDefault = "5") double threshold,
      @Key(meaning = "Rounds.", unit = "1", byDefault = "3") int maxRounds) {
    Clip {
      InvalidValue.unless(maxRounds > 0, "maxRounds", maxRounds + " is below 1", "Write 1.");
    }
  }

  record Inner(
      @Key(meaning = "Points.", unit = "bins") int points,
      @Key(meaning = "Choice.", byDefault = "bounding-box") Kind kind,
      @Key(meaning = "Colour.", byDefault = "blue") Colour colour,
      @Key(meaning = "Clipping.") @Nullable Clip sigmaClip) {
    Inner {
      InvalidValue.unless(points > 0, "points", points + " is not positive", "Write 2000.");
    }
  }

  record Config(
      @Key(meaning = "Files.", byDefault = "[]") List<String> input,
      @Key(meaning = "Inner.") Inner inner,
      @Key(meaning = "Factor.", unit = "1") @Nullable Double factor,
      @Key(meaning = "Switch.", byDefault = "true") boolean enabled,
      @Key(meaning = "Span.") @Nullable Span span,
      @Key(meaning = "Names.", byDefault = "{}") Map<String, Double> names) {}

  private static Config bound(String yaml, String... words) {
    Binding<Config> binding = bind(yaml, words);
    assertThat(binding).isInstanceOf(Binding.Bound.class);
    return ((Binding.Bound<Config>) binding).config();
  }

  private static List<String> problems(String yaml, String... words) {
    Binding<Config> binding = bind(yaml, words);
    assertThat(binding).isInstanceOf(Binding.Rejected.class);
    return ((Binding.Rejected<Config>) binding)
        .problems().stream().map(ConfigProblem::toString).toList();
  }

  private static Binding<Config> bind(String yaml, String... words) {
    ConfigSources sources = new ConfigSources().file("a.yaml", yaml);
    for (String word : words) {
      sources.word(word);
    }
    return ConfigBinder.bind(Config.class, sources);
  }

  @Test
  void bindsNestedRecordsWithDefaults() {
    Config config = bound("inner:\n  points: 10\n  colour: q_A^-1\nspan: 3:9\nnames: {p: 1.5}\n");
    assertThat(config)
        .isEqualTo(
            new Config(
                List.of(),
                new Inner(10, Kind.BOUNDING_BOX, Colour.DEEP_RED, null),
                null,
                true,
                new Span(3, 9),
                Map.of("p", 1.5)));
  }

  @Test
  void wordsOverrideTheFileKeyByKey() {
    Config config =
        bound(
            "inner: {points: 10, kind: full}\nfactor: 1\ninput: [x]",
            "inner.points=20",
            "factor=1e-3",
            "input=*.nxs",
            "input=[b, 'c d']",
            "inner.sigma-clip.max-rounds=7");
    assertThat(config.inner()).isEqualTo(new Inner(20, Kind.FULL, Colour.BLUE, new Clip(5, 7)));
    assertThat(config.factor()).isEqualTo(1e-3);
    assertThat(config.input()).containsExactly("*.nxs", "b", "c d");
  }

  @Test
  void oneItemNeedsNoBracketsAndNullUnsetsWhatMayBeAbsent() {
    Config config = bound("inner.points: 10\ninput: one.h5\nfactor: 2", "factor=null");
    assertThat(config.input()).containsExactly("one.h5");
    assertThat(config.factor()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inner.point=5 | inner.points",
        "inner.pionts=5 | inner.points",
        "points=5 | inner.points",
        "iner.points=5 | inner.points",
        "inner.sigma_clip.threshold=5 | inner.sigma-clip.threshold",
        "inputs=x | input"
      })
  void unknownKeysNameTheNearestKnownOne(String word, String near) {
    assertThat(problems("inner: {points: 1}", word))
        .containsExactly(
            "command line: "
                + word.substring(0, word.indexOf('='))
                + ": there is no such key. Did you mean "
                + near
                + "?");
  }

  @Test
  void anUnknownKeyThatIsNearToNothingPointsToTheHelp() {
    assertThat(problems("inner: {points: 1}\nzzzzzzzz: 1"))
        .containsExactly("a.yaml:2: zzzzzzzz: there is no such key. See --help for the keys.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'5'", "\"5\"", "5.5", "5.0", "010", "1e3", "five", "99999999999", "0x10"})
  void aWholeNumberIsWrittenInDigitsOnly(String text) {
    assertThat(problems("inner:\n  points: " + text))
        .singleElement()
        .asString()
        .startsWith("a.yaml:2: inner.points: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'true'", "yes", "on", "1", "True", "TRUE"})
  void aSwitchIsTrueOrFalse(String text) {
    assertThat(problems("inner: {points: 1}\nenabled: " + text))
        .singleElement()
        .asString()
        .startsWith("a.yaml:2: enabled: ")
        .endsWith("neither true nor false. Write true or false.");
  }

  @ParameterizedTest
  @CsvSource({"1e5,1e5", "1.5E-3,1.5e-3", ".5,0.5", "-3,-3", "+2.,2"})
  void numbersAreReadAsYaml12WritesThem(String text, double value) {
    assertThat(bound("inner: {points: 1}\nfactor: " + text).factor()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1.5'", "1e999", "nan", ".inf", "1_000", "0.99 m", "12:30"})
  void anythingElseIsNoNumber(String text) {
    assertThat(problems("inner: {points: 1}\nfactor: " + text))
        .singleElement()
        .asString()
        .startsWith("a.yaml:2: factor: ");
  }

  @Test
  void allProblemsAreReportedAtOnceWithKeyAndLine() {
    assertThat(
            problems(
                """
                inner:
                  points: 0
                  kind: boxes
                  sigma-clip: {max-rounds: 0}
                factor: x
                colour: blue
                """,
                "span=4",
                "enabled=2"))
        .containsExactlyInAnyOrder(
            "a.yaml:3: inner.kind: boxes is not one of its values."
                + " Choose one of bounding-box, full.",
            "a.yaml:4: inner.sigma-clip.max-rounds: 0 is below 1. Write 1.",
            "a.yaml:5: factor: x is not a number. Write it as 0.99 or 1e-10, without quotes or"
                + " unit.",
            "a.yaml:6: colour: there is no such key. Did you mean inner.colour?",
            "command line: span: 4 is not two ends. Write first:last.",
            "command line: enabled: 2 is neither true nor false. Write true or false.");
  }

  @Test
  void aRefusedValueIsReportedAtItsLine() {
    assertThat(problems("factor: 1\ninner:\n  kind: full\n  points: -3"))
        .containsExactly("a.yaml:4: inner.points: -3 is not positive. Write 2000.");
  }

  @Test
  void aRequiredKeyIsNamedWithItsMeaning() {
    assertThat(problems(""))
        .containsExactly(
            "command line: inner.points: the key is required and not given."
                + " Set inner.points=...: Points.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "factor: 1\nfactor: 2\ninner: {points: 1}",
        "inner: {points: 1, points: 2}",
        "inner: {points: 1}\ninner.points: 2"
      })
  void aKeyGivenTwiceInAFileIsAProblem(String yaml) {
    assertThat(problems(yaml)).singleElement().asString().contains("the key was given before, at");
  }

  @Test
  void aKeyGivenTwiceOnTheCommandLineIsAProblemUnlessItHoldsAList() {
    assertThat(problems("", "inner.points=1", "inner.points=2"))
        .containsExactly(
            "command line: inner.points: 2 values are given where one is expected."
                + " Give one whole number.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inner: [", "a: b: c", "\tinner: 1", "inner: {points: 1"})
  void textThatIsNotYamlIsAProblemWithItsLine(String yaml) {
    assertThat(problems(yaml)).anySatisfy(p -> assertThat(p).contains("this is not YAML ("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a\n- b", "word", "12"})
  void aDocumentMustBeAListOfKeys(String yaml) {
    assertThat(problems(yaml))
        .contains("a.yaml: this is not a list of keys. Write lines of key: value.");
  }

  @Test
  void anchorsAndAliasesAreRefusedRatherThanReadAsText() {
    assertThat(problems("inner: {points: 1}\ninput: [*a]"))
        .anySatisfy(p -> assertThat(p).contains("an anchor, an alias or a tag of YAML"));
  }

  @Test
  void sectionsAndValuesAreNotMistakenForEachOther() {
    assertThat(problems("inner: 5", "factor={a: 1}"))
        .containsExactlyInAnyOrder(
            "a.yaml:1: inner: a value is given where keys are expected."
                + " Set inner.points, for example.",
            "command line: factor: keys are given where a value is expected. Give one number.");
  }

  @Test
  void linesAreRightBehindTextThatIsNotAscii() {
    assertThat(problems("# Å 𝛉 ünï\ninput: ['𝛉𝛉', \"Å\"]\ninner:\n  points: '5'\n"))
        .containsExactly(
            "a.yaml:4: inner.points: '5' (quoted) is not a whole number."
                + " Write digits, without quotes or a point.");
  }
}
