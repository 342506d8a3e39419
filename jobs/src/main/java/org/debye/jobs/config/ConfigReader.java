package org.debye.jobs.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads YAML with Jackson's parser and keeps what binding needs and a Jackson tree loses: the line
 * of every value, whether it was quoted, and keys that were written twice.
 */
final class ConfigReader {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String text;
  private final String source;
  private final List<ConfigProblem> problems;
  private long walkedPoints;
  private int walkedTo;

  /** Problems found are added to the list; what can be read is returned all the same. */
  ConfigReader(String text, String source, List<ConfigProblem> problems) {
    this.text = text;
    this.source = source;
    this.problems = problems;
  }

  /** The document; an empty mapping where there is none. */
  ConfigNode read() {
    ConfigNode empty = new ConfigNode.Mapping(new Origin(source, 1), new LinkedHashMap<>());
    try (YAMLParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return empty;
      }
      ConfigNode node = node(parser, first);
      if (parser.nextToken() != null) {
        report(parser, "", "a second document begins here", "Keep one document in one file.");
      }
      return node;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Origin origin = new Origin(source, at == null ? 0 : at.getLineNr());
      String[] lines = e.getOriginalMessage().split("\n", -1);
      String reason = lines.length > 2 ? lines[0] + ", " + lines[2].strip() : lines[0];
      problems.add(
          ConfigProblem.at(
              origin, "", "this is not YAML (" + reason + ")", "Write lines of key: value."));
      return empty;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigNode node(YAMLParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> listing(parser);
      default -> scalar(parser, token);
    };
  }

  private ConfigNode mapping(YAMLParser parser) throws IOException {
    var mapping = new ConfigNode.Mapping(origin(parser), new LinkedHashMap<>());
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Origin origin = origin(parser);
      String key = parser.currentName();
      ConfigNode before = mapping.entries().get(key);
      ConfigNode value = node(parser, parser.nextToken());
      if (before != null) {
        problems.add(
            ConfigProblem.at(
                origin,
                key,
                "the key was given before, at " + before.origin(),
                "Keep one of the two."));
      }
      mapping.entries().put(key, value);
    }
    return mapping;
  }

  private ConfigNode listing(YAMLParser parser) throws IOException {
    Origin origin = origin(parser);
    List<ConfigNode> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(parser, token));
    }
    return new ConfigNode.Listing(origin, items);
  }

  private ConfigNode scalar(YAMLParser parser, JsonToken token) throws IOException {
    Origin origin = origin(parser);
    if (token == JsonToken.VALUE_NULL) {
      return new ConfigNode.Scalar(origin, "null", false);
    }
    char first = firstCharacter(parser);
    if (first == '*' || first == '&' || first == '!') {
      report(
          parser,
          "",
          "a value that begins with " + first + " is an anchor, an alias or a tag of YAML",
          "Put it in quotes if it is text, or write the value out.");
    }
    boolean quoted = first == '\'' || first == '"' || first == '|' || first == '>';
    return new ConfigNode.Scalar(origin, parser.getText(), quoted);
  }

  /** The parser does not tell quoted from plain; the text at the value's place does. */
  private char firstCharacter(YAMLParser parser) {
    long codePoints = Math.max(0, parser.currentTokenLocation().getCharOffset());
    // Walked on from the value before, lest a long file be walked over for each of its values.
    if (codePoints < walkedPoints) {
      walkedPoints = 0;
      walkedTo = 0;
    }
    while (walkedPoints < codePoints && walkedTo < text.length()) {
      walkedTo += Character.charCount(text.codePointAt(walkedTo));
      walkedPoints++;
    }
    int index = walkedTo;
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private Origin origin(YAMLParser parser) {
    return source.equals(Origin.COMMAND_LINE.source())
        ? Origin.COMMAND_LINE
        : new Origin(source, parser.currentTokenLocation().getLineNr());
  }

  private void report(YAMLParser parser, String key, String problem, String remedy) {
    problems.add(ConfigProblem.at(origin(parser), key, problem, remedy));
  }
}
