package org.onrecord.scraper.rights;

import java.util.List;

/** Crawlers of AI and text mining, as their operators say that robots.txt is to call them. */
public final class MiningAgents {

    public static final List<String> NAMES = List.of(
            "AI2Bot",
            "Amazonbot",
            "anthropic-ai",
            "Applebot-Extended",
            "Bytespider",
            "CCBot",
            "ChatGPT-User",
            "Claude-SearchBot",
            "Claude-User",
            "Claude-Web",
            "ClaudeBot",
            "cohere-ai",
            "cohere-training-data-crawler",
            "Diffbot",
            "DuckAssistBot",
            "FacebookBot",
            "Google-Extended",
            "GPTBot",
            "ImagesiftBot",
            "Meta-ExternalAgent",
            "Meta-ExternalFetcher",
            "MistralAI-User",
            "OAI-SearchBot",
            "omgili",
            "omgilibot",
            "Perplexity-User",
            "PerplexityBot",
            "PetalBot",
            "Timpibot",
            "Webzio-Extended",
            "YouBot");

    private MiningAgents() {}
}
