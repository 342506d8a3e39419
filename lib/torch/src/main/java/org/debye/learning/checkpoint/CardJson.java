package org.debye.learning.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/** {@code card.json} to and from its records. A field that no record has is refused. */
final class CardJson {
  static final String FILE = "card.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(EnumFeature.WRITE_ENUMS_TO_LOWERCASE, true)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private CardJson() {}

  static CardDocument document(ModelCard card, long attempt, SortedMap<String, StoredFile> files) {
    return new CardDocument(
        CardDocument.FORMAT, CardDocument.VERSION, attempt, card, digest(card), files);
  }

  static byte[] write(CardDocument document) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a card.
   *
   * @param where the file, for messages
   * @throws InputException where it is no card, one of a newer Debye, or a changed one
   */
  static CardDocument read(byte[] bytes, String where) {
    CardDocument document;
    try {
      JsonNode root = JSON.readTree(bytes);
      requireKnown(root, where);
      document = JSON.treeToValue(root, CardDocument.class);
    } catch (IOException e) {
      throw damaged(where, problem(e), e);
    }
    if (!digest(document.model()).equals(document.modelSha256())) {
      throw damaged(where, "it was changed after it was written", null);
    }
    return document;
  }

  private static void requireKnown(JsonNode root, String where) {
    if (!root.path("format").asText().equals(CardDocument.FORMAT)) {
      throw damaged(where, "it is no model card", null);
    }
    int version = root.path("version").asInt();
    if (version > CardDocument.VERSION) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "the card is of version "
              + version
              + ", and this Debye reads up to "
              + CardDocument.VERSION,
          "Take the release of Debye that wrote it, or a newer one.");
    }
  }

  private static String problem(IOException e) {
    if (!(e instanceof JsonProcessingException json)) {
      return "it is no valid JSON: " + e.getMessage();
    }
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(step -> String.valueOf(step.getFieldName()))
                .collect(Collectors.joining("."))
            : "";
    if (e instanceof UnrecognizedPropertyException) {
      return "nothing is known of a field " + path;
    }
    if (json.getOriginalMessage().startsWith("Missing")) {
      return "there is no field " + path;
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return path + ": " + e.getCause().getMessage();
    }
    return (path.isEmpty() ? "it is no valid JSON" : path) + ": " + json.getOriginalMessage();
  }

  private static InputException damaged(String where, String problem, @Nullable Exception cause) {
    String remedy = "Copy the folder again, or go back to another checkpoint of the model.";
    return cause == null
        ? InputException.of(FailureCode.CORRUPT_METADATA, where, problem, remedy)
        : InputException.of(FailureCode.CORRUPT_METADATA, where, problem, remedy, cause);
  }

  private static String digest(ModelCard card) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(card)));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
