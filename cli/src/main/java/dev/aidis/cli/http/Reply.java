package dev.aidis.cli.http;

/** What the tracker answered. */
public record Reply(int status, String body) {
  private static final int UNAUTHORIZED = 401;

  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** The sentence of a problem+json answer, or what can be said without one. */
  public String problem() {
    if (status == UNAUTHORIZED) {
      return "the tracker wants a token that is good: make one where it runs, with `aidis token create`, and set AIDIS_TOKEN to it";
    }
    String sentence = Json.read(body).map(json -> json.text("detail", "")).orElse("");
    return sentence.isEmpty() ? "the tracker answered with HTTP status " + status : sentence;
  }
}
