package org.debye.spectra.absorption.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.debye.fixtures.SharedData;
import org.junit.jupiter.api.Test;

/**
 * Structures of the Materials Project, whose files say how many neighbours their makers counted.
 */
class RealStructuresTest {
  private static final Pattern MATRIX =
      Pattern.compile("\"matrix\": \\[\\[([^\\]]*)\\], \\[([^\\]]*)\\], \\[([^\\]]*)\\]\\]");
  private static final Pattern SHARES = Pattern.compile("\"abc\": \\[([^\\]]*)\\]");
  private static final Pattern COUNTED = Pattern.compile("\"coordination_no\": (\\d+)");
  private static final Pattern ELEMENT = Pattern.compile("\"element\": \"(\\w+)\"");

  @Test
  void labelsTheIronSitesOfOxidesByTheirNeighbours() throws IOException {
    Path folder = SharedData.find("xanes/feff/mp-structures").orElse(null);
    assumeTrue(folder != null, SharedData.absent("xanes/feff/mp-structures"));
    Map<String, Integer> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        CrystalSites crystal = crystal(text);
        List<String> elements = matches(ELEMENT, text);
        List<String> counted = matches(COUNTED, text);
        assertThat(elements).hasSameSizeAs(crystal.sites()).hasSameSizeAs(counted);
        for (int site = 0; site < elements.size(); site++) {
          double[][] around = crystal.neighbours(site);
          assertThat(around).isNotEmpty();
          if (elements.get(site).equals("Fe") && elements.contains("O")) {
            String label = LocalEnvironment.of(around).map(LocalEnvironment::name).orElse("none");
            found.merge(counted.get(site) + " " + label, 1, Integer::sum);
          }
        }
      }
    }
    // what their makers counted, by another rule, and the class by the cut-off of 1.2
    assertThat(found)
        .containsOnly(
            entry("4 T4", 11),
            entry("4 none", 3),
            entry("5 T4", 5),
            entry("5 S5", 4),
            entry("5 O6", 20),
            entry("5 none", 11),
            entry("6 S5", 2),
            entry("6 O6", 37),
            entry("6 none", 3));
  }

  private static CrystalSites crystal(String text) {
    Matcher matrix = MATRIX.matcher(text);
    assertThat(matrix.find()).isTrue();
    double[][] lattice = {
      numbers(matrix.group(1)), numbers(matrix.group(2)), numbers(matrix.group(3))
    };
    double[][] sites =
        matches(SHARES, text).stream().map(RealStructuresTest::numbers).toArray(double[][]::new);
    return new CrystalSites(lattice, sites);
  }

  private static List<String> matches(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  private static double[] numbers(String list) {
    return Stream.of(list.split(", ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
