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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads YAML with Jackson's parser and keeps what binding needs and a Jackson tree loses: the line
 * of every value, whether it was quoted, and keys that were written twice.
 */
final class ConfigReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9}), column");

  private final String text;
  private final String source;
  private final List<ConfigProblem> problems;
  private boolean unreadable;
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
      unreadable = true;
      problems.add(
          ConfigProblem.at(
              origin(e),
              "",
              "this is not YAML (" + reason(e) + ")",
              "Write lines of key: value, indented by spaces, and close brackets and quotes."));
      return empty;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the text, or what follows some place of it, could not be read at all. */
  boolean unreadable() {
    return unreadable;
  }

  /** Where the parser stopped: it names the place where the broken structure began as well. */
  private Origin origin(JsonProcessingException e) {
    if (source.equals(Origin.COMMAND_LINE.source())) {
      return Origin.COMMAND_LINE;
    }
    Matcher line = LINE.matcher(e.getOriginalMessage());
    int last = 0;
    while (line.find()) {
      last = Integer.parseInt(line.group(1));
    }
    JsonLocation at = e.getLocation();
    return new Origin(source, last > 0 || at == null ? last : at.getLineNr());
  }

  /** Without the places and the text around them, which stand between the sentences. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .map(line -> line.replace("\t", "\\t"))
        .collect(Collectors.joining(", "));
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
