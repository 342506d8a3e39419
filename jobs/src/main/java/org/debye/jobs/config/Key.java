package org.debye.jobs.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a configuration key means. It stands on a component of a configuration record; the key is
 * the component's name in kebab-case, under the keys of the records around it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** One sentence for {@code --help}. */
  String meaning();

  /** Unit of a number; a key that holds a number must name one ({@code 1} for a pure number). */
  String unit() default "";

  /**
   * The value that holds when the key is not given, as YAML. Left empty, the key is required, or,
   * where the component is nullable, absent.
   */
  String byDefault() default "";

  /**
   * Whether the value names a file or folder: its scheme is checked, and that it tells no secret.
   */
  Place place() default Place.NONE;

  /** What a value says of the file system. */
  enum Place {
    /** Nothing. */
    NONE,
    /** A place that need not be there. */
    ANY,
    /** A place that must be there when the job starts; of a list one of them. */
    THERE
  }
}
