package org.debye.jobs.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value strictly, by the core schema of YAML 1.2: {@code '5'} is text, {@code 5.5} and
 * {@code 010} are not whole numbers, {@code yes} is not true, {@code 1e5} is a number.
 */
final class Values {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private Values() {}

  /** Carries a problem out of the reading of one value. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ConfigProblem problem;

    Wrong(Origin origin, String key, String problem, String remedy) {
      super(problem);
      this.problem = ConfigProblem.at(origin, key, problem, remedy);
    }

    ConfigProblem problem() {
      return problem;
    }
  }

  /** Whether a class reads itself: it has a {@code public static T parse(String)}. */
  static boolean parses(Class<?> type) {
    return parseMethod(type) != null;
  }

  /** The value as the type wants it. */
  static Object read(Type type, String key, ConfigNode node) throws Wrong {
    if (type instanceof ParameterizedType parameterized) {
      Type[] of = parameterized.getActualTypeArguments();
      return parameterized.getRawType() == List.class
          ? list(of[0], key, node)
          : map(of[1], key, node);
    }
    if (node instanceof ConfigNode.Scalar scalar) {
      return scalar((Class<?>) type, key, scalar);
    }
    String found =
        node instanceof ConfigNode.Listing listing
            ? listing.items().size() + " values are given where one is expected"
            : "keys are given where a value is expected";
    throw new Wrong(node.origin(), key, found, "Give " + one(Schema.typeName(type)) + ".");
  }

  private static String one(String type) {
    return switch (type) {
      case "whole" -> "one whole number";
      case "choice" -> "one of its values";
      case "true|false" -> "true or false";
      default -> "one " + type;
    };
  }

  private static List<Object> list(Type of, String key, ConfigNode node) throws Wrong {
    if (!(node instanceof ConfigNode.Listing listing)) {
      return List.of(read(of, key, node));
    }
    List<Object> values = new ArrayList<>();
    for (ConfigNode item : listing.items()) {
      values.add(read(of, key + "[" + values.size() + "]", item));
    }
    return List.copyOf(values);
  }

  private static Map<String, Object> map(Type of, String key, ConfigNode node) throws Wrong {
    if (!(node instanceof ConfigNode.Mapping mapping)) {
      throw new Wrong(
          node.origin(), key, "a value is given where names are expected", "Write name: value.");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, ConfigNode> entry : mapping.entries().entrySet()) {
      values.put(entry.getKey(), read(of, key + "." + entry.getKey(), entry.getValue()));
    }
    return values;
  }

  private static Object scalar(Class<?> type, String key, ConfigNode.Scalar scalar) throws Wrong {
    if (scalar.isNull()) {
      throw new Wrong(
          scalar.origin(), key, "the value is missing", "Give one or leave the key out.");
    }
    if (type == String.class) {
      return scalar.text();
    } else if (type == boolean.class || type == Boolean.class) {
      return truth(key, scalar);
    } else if (type == int.class || type == Integer.class) {
      return whole(key, scalar, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
    } else if (type == long.class || type == Long.class) {
      return whole(key, scalar, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type == double.class || type == Double.class) {
      return number(key, scalar);
    } else if (type.isEnum()) {
      return choice(type, key, scalar);
    }
    return parsed(type, key, scalar);
  }

  private static Boolean truth(String key, ConfigNode.Scalar scalar) throws Wrong {
    if (scalar.quoted() || !(scalar.text().equals("true") || scalar.text().equals("false"))) {
      throw wrong(key, scalar, "neither true nor false", "Write true or false.");
    }
    return Boolean.valueOf(scalar.text());
  }

  private static Long whole(String key, ConfigNode.Scalar scalar, long least, long most)
      throws Wrong {
    if (scalar.quoted() || !WHOLE.matcher(scalar.text()).matches()) {
      throw wrong(key, scalar, "not a whole number", "Write digits, without quotes or a point.");
    }
    try {
      long value = Long.parseLong(scalar.text());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Sixty-four bits do not hold it: reported below, as what thirty-two do not hold.
    }
    throw wrong(key, scalar, "too large", "Write a number between " + least + " and " + most + ".");
  }

  private static Double number(String key, ConfigNode.Scalar scalar) throws Wrong {
    if (scalar.quoted() || !NUMBER.matcher(scalar.text()).matches()) {
      throw wrong(
          key, scalar, "not a number", "Write it as 0.99 or 1e-10, without quotes or unit.");
    }
    double value = Double.parseDouble(scalar.text());
    if (Double.isInfinite(value)) {
      throw wrong(key, scalar, "too large", "Write a finite number.");
    }
    return value;
  }

  private static Object choice(Class<?> type, String key, ConfigNode.Scalar scalar) throws Wrong {
    for (Object constant : type.getEnumConstants()) {
      if (spelling(constant).equals(scalar.text())) {
        return constant;
      }
    }
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Values::spelling).toList();
    String near =
        Spelling.nearest(scalar.text(), known).map(n -> "Did you mean " + n + "? ").orElse("");
    throw wrong(
        key, scalar, "not one of its values", near + "Choose one of " + choices(type) + ".");
  }

  /** As it is written in a configuration. */
  static String spelling(Object constant) {
    return constant instanceof Spelled spelled
        ? spelled.spelling()
        : Schema.kebab(((Enum<?>) constant).name());
  }

  static String choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Values::spelling)
        .collect(Collectors.joining(", "));
  }

  private static Object parsed(Class<?> type, String key, ConfigNode.Scalar scalar) throws Wrong {
    Method parse = parseMethod(type);
    if (parse == null) {
      throw new IllegalStateException("no way to read " + type + " for the key " + key);
    }
    try {
      return parse.invoke(null, scalar.text());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValue invalid) {
        throw wrong(key, scalar, invalid.problem(), invalid.remedy());
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Method parseMethod(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("parse")
          && Modifier.isStatic(method.getModifiers())
          && Modifier.isPublic(method.getModifiers())
          && method.getReturnType() == type
          && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})) {
        return method;
      }
    }
    return null;
  }

  private static Wrong wrong(String key, ConfigNode.Scalar scalar, String problem, String remedy) {
    String shown = scalar.quoted() ? "'" + scalar.text() + "' (quoted)" : scalar.text();
    return new Wrong(scalar.origin(), key, shown + " is " + problem, remedy);
  }
}
