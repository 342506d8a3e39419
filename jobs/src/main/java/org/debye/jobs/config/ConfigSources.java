package org.debye.jobs.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The configuration as written: a file's text, overridden key by key by the {@code key=value} words
 * of the command line. Dotted keys and nested mappings mean the same.
 */
public final class ConfigSources {
  private final List<ConfigProblem> problems = new ArrayList<>();
  private boolean unreadable;
  private final ConfigNode.Mapping root =
      new ConfigNode.Mapping(Origin.COMMAND_LINE, new LinkedHashMap<>());
  private final ConfigNode.Mapping words =
      new ConfigNode.Mapping(Origin.COMMAND_LINE, new LinkedHashMap<>());

  /** Adds the text of a YAML file. */
  public ConfigSources file(String name, String text) {
    ConfigReader reader = new ConfigReader(text, name, problems);
    if (reader.read() instanceof ConfigNode.Mapping mapping) {
      merge(mapping, "", false);
      unreadable |= reader.unreadable();
    } else {
      unreadable = true;
      problems.add(
          new ConfigProblem(name, "", "this is not a list of keys", "Write lines of key: value."));
    }
    return this;
  }

  /**
   * Adds one {@code key=value} word. A value that begins with a bracket, a brace or a quote is read
   * as YAML, any other is taken as it stands; a list's key may be repeated.
   */
  public ConfigSources word(String word) {
    int equals = word.indexOf('=');
    if (equals <= 0) {
      problems.add(
          ConfigProblem.at(
              Origin.COMMAND_LINE, "", "'" + word + "' has no key", "Write key=value."));
      return this;
    }
    String key = word.substring(0, equals);
    ConfigNode value = value(key, word.substring(equals + 1));
    ConfigNode before = words.entries().get(key);
    words.entries().put(key, before == null ? value : joined(before, value));
    return this;
  }

  /** Everything merged, and the problems met while reading. */
  ConfigNode.Mapping merged(List<ConfigProblem> into) {
    merge(words, "", true);
    words.entries().clear();
    into.addAll(problems);
    return root;
  }

  /** Whether a text could not be read at all: then what it does not hold says nothing. */
  boolean unreadable() {
    return unreadable;
  }

  private ConfigNode value(String key, String text) {
    if (!text.isEmpty() && "[{\"'".indexOf(text.charAt(0)) >= 0) {
      List<ConfigProblem> found = new ArrayList<>();
      ConfigReader reader = new ConfigReader(text, Origin.COMMAND_LINE.source(), found);
      ConfigNode value = reader.read();
      unreadable |= reader.unreadable();
      for (ConfigProblem problem : found) {
        problems.add(
            new ConfigProblem(
                problem.where(),
                key,
                text + ": " + problem.problem(),
                reader.unreadable()
                    ? "Close the bracket or quote, or put the value in quotes."
                    : problem.remedy()));
      }
      return value;
    }
    return new ConfigNode.Scalar(Origin.COMMAND_LINE, text, false);
  }

  /** A repeated key is a list; where one value is expected, binding says that there are two. */
  private static ConfigNode joined(ConfigNode before, ConfigNode value) {
    List<ConfigNode> items = new ArrayList<>();
    for (ConfigNode node : List.of(before, value)) {
      if (node instanceof ConfigNode.Listing listing) {
        items.addAll(listing.items());
      } else {
        items.add(node);
      }
    }
    return new ConfigNode.Listing(Origin.COMMAND_LINE, items);
  }

  private void merge(ConfigNode.Mapping from, String prefix, boolean override) {
    from.entries()
        .forEach(
            (name, node) -> {
              if (node instanceof ConfigNode.Mapping mapping && !mapping.entries().isEmpty()) {
                merge(mapping, prefix + name + ".", override);
              } else {
                insert(prefix + name, node, override);
              }
            });
  }

  private void insert(String key, ConfigNode node, boolean override) {
    String[] path = key.split("\\.", -1);
    ConfigNode.Mapping section = root;
    for (int i = 0; i < path.length - 1; i++) {
      ConfigNode next = section.entries().get(path[i]);
      if (!(next instanceof ConfigNode.Mapping)) {
        next = new ConfigNode.Mapping(node.origin(), new LinkedHashMap<>());
        section.entries().put(path[i], next);
      }
      section = (ConfigNode.Mapping) next;
    }
    ConfigNode before = section.entries().put(path[path.length - 1], node);
    if (before != null && !override) {
      problems.add(
          ConfigProblem.at(
              node.origin(),
              key,
              "the key was given before, at " + before.origin(),
              "Keep one of the two."));
    }
  }
}
