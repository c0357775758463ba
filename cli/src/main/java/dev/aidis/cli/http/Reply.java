package dev.aidis.cli.http;

/** What the tracker answered. */
public record Reply(int status, String body) {

  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** The sentence of a problem+json answer, or what can be said without one. */
  public String problem() {
    String sentence = Json.read(body).map(json -> json.text("detail", "")).orElse("");
    return sentence.isEmpty() ? "the tracker answered with HTTP status " + status : sentence;
  }
}
