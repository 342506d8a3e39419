package org.debye.jobs.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds a configuration to a record, strictly and in one place: an unknown key, a wrong type, a
 * missing value and a value that the record refuses are all problems, and all are reported at once.
 * No value is ever converted silently.
 */
public final class ConfigBinder {
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<String> known;

  private ConfigBinder(Class<?> type) {
    known = Schema.rows(type).stream().map(Schema.Row::key).toList();
  }

  /** Reads the sources as a configuration of the given type. */
  public static <C extends Record> Binding<C> bind(Class<C> type, ConfigSources sources) {
    ConfigBinder binder = new ConfigBinder(type);
    ConfigNode.Mapping root = sources.merged(binder.problems);
    if (sources.unreadable()) {
      return new Binding.Rejected<>(binder.problems);
    }
    Object config = binder.section(type, "", root);
    return config == null || !binder.problems.isEmpty()
        ? new Binding.Rejected<>(binder.problems)
        : new Binding.Bound<>(type.cast(config));
  }

  /** Files and folders that a configuration names and that are not there. */
  public static List<ConfigProblem> absent(Record config) {
    return PlaceRules.absent(config);
  }

  private @Nullable Object section(Class<?> type, String prefix, ConfigNode.Mapping given) {
    int before = problems.size();
    List<Schema.Component> components = Schema.components(type);
    List<@Nullable Object> values = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Schema.Component component : components) {
      names.add(component.name());
      values.add(component(component, prefix, given));
    }
    for (Map.Entry<String, ConfigNode> entry : given.entries().entrySet()) {
      if (!names.contains(entry.getKey())) {
        unknown(prefix + entry.getKey(), entry.getValue());
      }
    }
    return problems.size() > before ? null : construct(type, prefix, given, values);
  }

  private @Nullable Object component(
      Schema.Component component, String prefix, ConfigNode.Mapping given) {
    String key = prefix + component.name();
    ConfigNode node = given.entries().get(component.name());
    boolean unset = node == null || (node instanceof ConfigNode.Scalar scalar && scalar.isNull());
    if (component.section()) {
      return unset && component.nullable() ? null : section(component, key, given, node);
    }
    if (node != null && unset && component.nullable()) {
      return null;
    }
    return node == null ? byDefault(component, key, given) : value(component, key, node);
  }

  private @Nullable Object section(
      Schema.Component component, String key, ConfigNode.Mapping given, @Nullable ConfigNode node) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return section(component.sectionType(), key + ".", mapping);
    }
    if (node != null && !(node instanceof ConfigNode.Scalar scalar && scalar.isNull())) {
      problems.add(
          ConfigProblem.at(
              node.origin(), key, "a value is given where keys are expected", example(key)));
      return null;
    }
    var empty = new ConfigNode.Mapping(given.origin(), Map.of());
    return section(component.sectionType(), key + ".", empty);
  }

  private @Nullable Object byDefault(
      Schema.Component component, String key, ConfigNode.Mapping given) {
    String text = component.key().byDefault();
    if (!text.isEmpty()) {
      List<ConfigProblem> wrong = new ArrayList<>();
      Object value =
          value(component, key, new ConfigReader(text, Origin.DEFAULT.source(), wrong).read());
      problems.addAll(wrong);
      return value;
    }
    if (!component.nullable()) {
      problems.add(
          ConfigProblem.at(
              given.origin(),
              key,
              "the key is required and not given",
              "Set " + key + "=...: " + component.key().meaning()));
    }
    return null;
  }

  private @Nullable Object value(Schema.Component component, String key, ConfigNode node) {
    try {
      if (component.key().place() != Key.Place.NONE) {
        PlaceRules.check(key, node);
      }
      return Values.read(component.type(), key, node);
    } catch (Values.Wrong e) {
      problems.add(e.problem());
      return null;
    }
  }

  private void unknown(String key, ConfigNode node) {
    if (node instanceof ConfigNode.Mapping mapping && !mapping.entries().isEmpty()) {
      mapping.entries().forEach((name, below) -> unknown(key + "." + name, below));
      return;
    }
    String remedy =
        Spelling.nearest(key, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("See --help for the keys.");
    problems.add(ConfigProblem.at(node.origin(), key, "there is no such key", remedy));
  }

  private String example(String section) {
    return known.stream()
        .filter(key -> key.startsWith(section + "."))
        .findFirst()
        .map(key -> "Set " + key + ", for example.")
        .orElse("See --help for the keys.");
  }

  private @Nullable Object construct(
      Class<?> type, String prefix, ConfigNode.Mapping given, List<@Nullable Object> values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValue invalid) {
        problems.add(refused(invalid, prefix, given));
        return null;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigProblem refused(
      InvalidValue invalid, String prefix, ConfigNode.Mapping given) {
    String name = Schema.kebab(invalid.component());
    ConfigNode node = given.entries().get(name);
    String key =
        name.isEmpty() && !prefix.isEmpty()
            ? prefix.substring(0, prefix.length() - 1)
            : prefix + name;
    return ConfigProblem.at(
        node == null ? given.origin() : node.origin(), key, invalid.problem(), invalid.remedy());
  }
}
