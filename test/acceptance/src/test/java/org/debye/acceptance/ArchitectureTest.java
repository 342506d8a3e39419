package org.debye.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The compile arrows of docs/architecture.md. A package that does not exist yet breaks no rule. */
@AnalyzeClasses(packages = "org.debye", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] KERNELS = {
    "org.debye.numeric..",
    "org.debye.frame..",
    "org.debye.spectra..",
    "org.debye.inference..",
    "org.debye.simulation..",
    "org.debye.unmixing..",
    "org.debye.evaluation..",
    "org.debye.classification..",
    "org.debye.augmentation..",
    "org.debye.exploration..",
    "org.debye.study..",
    "org.debye.provenance..",
    "org.debye.failure.."
  };

  private static final String[] SPARK = {
    "org.apache.spark..", "org.apache.hadoop..", "io.delta..", "scala.."
  };

  @ArchTest
  static final ArchRule kernelsKnowOnlyJavaAndOneAnother =
      classes()
          .that()
          .resideInAnyPackage(KERNELS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              with(
                  KERNELS,
                  "java..",
                  "org.jspecify..",
                  "org.ejml..",
                  "org.apache.commons..",
                  "tagbio.umap.."));

  @ArchTest
  static final ArchRule onlyTheExplorationKnowsTheMapLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.exploration..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tagbio.umap..");

  @ArchTest static final ArchRule failureStandsBelowAll = from("failure").may();

  @ArchTest static final ArchRule numericStandsBelow = from("numeric").may("failure");

  @ArchTest static final ArchRule frameKnowsNumeric = from("frame").may("failure", "numeric");

  @ArchTest
  static final ArchRule spectraKnowFrames = from("spectra").may("failure", "numeric", "frame");

  @ArchTest
  static final ArchRule inferenceKnowsNumeric = from("inference").may("failure", "numeric");

  @ArchTest static final ArchRule simulationKnowsNoSibling = topic("simulation");

  @ArchTest static final ArchRule unmixingKnowsNoSibling = topic("unmixing");

  @ArchTest static final ArchRule evaluationKnowsNoSibling = topic("evaluation");

  @ArchTest
  static final ArchRule classificationUnmixesAndAugments =
      from("classification").may("failure", "numeric", "spectra", "unmixing", "augmentation");

  @ArchTest
  static final ArchRule augmentationKnowsSpectra =
      from("augmentation").may("failure", "numeric", "spectra");

  @ArchTest
  static final ArchRule explorationKnowsSpectra =
      from("exploration").may("failure", "numeric", "frame", "spectra");

  @ArchTest static final ArchRule provenanceKnowsNothing = from("provenance").may("failure");

  @ArchTest
  static final ArchRule hdf5KnowsCore =
      from("hdf5").may("failure", "numeric", "frame", "spectra", "provenance");

  @ArchTest
  static final ArchRule figuresKnowCore =
      from("figures")
          .may(
              "failure",
              "numeric",
              "frame",
              "spectra",
              "inference",
              "simulation",
              "unmixing",
              "evaluation",
              "provenance");

  @ArchTest
  static final ArchRule learningKnowsCore =
      from("learning")
          .may(
              "failure",
              "numeric",
              "frame",
              "spectra",
              "inference",
              "simulation",
              "unmixing",
              "evaluation",
              "augmentation",
              "classification",
              "provenance");

  @ArchTest
  static final ArchRule checkpointsKnowNoLibtorch =
      noClasses()
          .that()
          .resideInAPackage("org.debye.learning.checkpoint..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule nothingKnowsTheJobs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.debye.jobs..");

  @ArchTest
  static final ArchRule sparkKnowsNoFigures =
      noClasses()
          .that()
          .resideInAPackage("org.debye.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.debye.figures..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyLibSparkKnowsSparkAndDelta =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK);

  @ArchTest
  static final ArchRule onlyLibHdf5KnowsJhdf =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.hdf5..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jhdf..");

  @ArchTest
  static final ArchRule onlyFiguresKnowTheFigureLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.figures..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "org.apache.batik..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsYamlAndPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.dataformat..", "picocli..");

  @ArchTest
  static final ArchRule topicsAreFreeOfCycles =
      slices().matching("org.debye.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule neighbouringPackagesAreFreeOfCycles =
      slices().matching("org.debye.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameContaining("Manager")
          .orShould()
          .haveSimpleNameContaining("Impl")
          .orShould()
          .haveNameMatching(".*\\.[A-Za-z]*(Base|Common)([A-Z][A-Za-z]*)?");

  @ArchTest
  static final ArchRule onlyJobsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.debye.jobs..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  private static ArchRule topic(String name) {
    return from(name).may("failure", "numeric", "frame", "spectra", "inference");
  }

  private static Arrow from(String name) {
    return others -> {
      Stream<String> allowed = Stream.concat(Stream.of(name), Arrays.stream(others));
      String[] packages = allowed.map(one -> "org.debye." + one + "..").toArray(String[]::new);
      return noClasses()
          .that()
          .resideInAPackage("org.debye." + name + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.debye..").and(not(resideInAnyPackage(packages))))
          .allowEmptyShould(true)
          .as("org.debye." + name + " depends on nothing of ours but " + String.join(", ", others));
    };
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  /** What a package may depend on. */
  private interface Arrow {
    ArchRule may(String... others);
  }
}
