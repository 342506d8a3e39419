package org.debye.jobs.config;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys of a configuration record, read from its components and their {@link Key}s. */
final class Schema {
  private Schema() {}

  /**
   * One component.
   *
   * @param name kebab-case
   * @param type a record for a section, else what a value is read as
   */
  record Component(RecordComponent of, String name, Type type, Key key, boolean nullable) {
    /** Whether further keys stand under this one. */
    boolean section() {
      return type instanceof Class<?> c && c.isRecord() && !Values.parses(c);
    }

    Class<?> sectionType() {
      return (Class<?>) type;
    }

    @Nullable Object value(Record config) {
      try {
        Method accessor = of.getAccessor();
        accessor.setAccessible(true);
        return accessor.invoke(config);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One key with its full, dotted name. */
  record Row(String key, Component component) {}

  static List<Component> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(Schema::component).toList();
  }

  /** All keys that hold a value, in the order of the records. */
  static List<Row> rows(Class<?> record) {
    List<Row> rows = new ArrayList<>();
    collect(record, "", rows);
    return rows;
  }

  private static void collect(Class<?> record, String prefix, List<Row> rows) {
    for (Component component : components(record)) {
      String key = prefix + component.name();
      if (component.section()) {
        collect(component.sectionType(), key + ".", rows);
      } else {
        rows.add(new Row(key, component));
      }
    }
  }

  private static Component component(RecordComponent of) {
    Key key = of.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalStateException(
          of.getDeclaringRecord() + "." + of.getName() + " has no @Key");
    }
    return new Component(of, kebab(of.getName()), of.getGenericType(), key, nullable(of));
  }

  private static boolean nullable(RecordComponent of) {
    AnnotatedElement type = of.getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  /** {@code deltaDummy} and {@code DELTA_DUMMY} are {@code delta-dummy}. */
  static String kebab(String name) {
    boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
    String words = constant ? name : name.replaceAll("([a-z0-9])([A-Z])", "$1-$2");
    return words.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** What {@code --help} calls the type. */
  static String typeName(Type type) {
    if (type instanceof ParameterizedType p) {
      Type[] of = p.getActualTypeArguments();
      return p.getRawType() == List.class
          ? "list of " + typeName(of[0])
          : "names to " + typeName(of[1]);
    }
    Class<?> c = (Class<?>) type;
    if (c == boolean.class || c == Boolean.class) {
      return "true|false";
    } else if (c == int.class || c == Integer.class || c == long.class || c == Long.class) {
      return "whole";
    } else if (c == double.class || c == Double.class) {
      return "number";
    } else if (c.isEnum()) {
      return "choice";
    }
    return c == String.class ? "text" : kebab(c.getSimpleName());
  }

  static boolean numeric(Type type) {
    return type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class
        || type == double.class
        || type == Double.class;
  }
}
