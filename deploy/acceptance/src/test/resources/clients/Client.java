import java.io.File;
import java.nio.file.Files;
import java.util.List;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.client.ApiClient;
import org.onrecord.client.ApiException;
import org.onrecord.client.JSON;
import org.onrecord.client.api.ArticlesApi;
import org.onrecord.client.api.ExportsApi;
import org.onrecord.client.api.QuotesApi;
import org.onrecord.client.api.SourcesApi;
import org.onrecord.client.api.TraceApi;
import org.onrecord.client.api.TrialApi;
import org.onrecord.client.model.Accepted;
import org.onrecord.client.model.Analysed;
import org.onrecord.client.model.NewSource;
import org.onrecord.client.model.PageQuote;
import org.onrecord.client.model.Problem;
import org.onrecord.client.model.QuoteLine;
import org.onrecord.client.model.Source;
import org.onrecord.client.model.SourceChange;
import org.onrecord.client.model.Submission;
import org.onrecord.client.model.TryText;

/** What a user writes with the client that openapi-generator makes for Java. Arguments: base address, a page, its speaker. */
public class Client {

    public static void main(String[] arguments) throws Exception {
        ApiClient api = new ApiClient();
        api.updateBaseUri(arguments[0]);
        String speaker = arguments[2];

        Analysed read = new TrialApi(api).analyze(new TryText().text("“We are open to talks,” Mayor Ann Lee said."));
        System.out.println("analysed " + read.getQuotes().get(0).getSpeaker().getSurface());

        Accepted accepted = new ArticlesApi(api).submitArticle(new Submission().url(arguments[1]));
        while (new TraceApi(api).trace(accepted.getRequestId(), null).getStatus().equals("pending")) {
            Thread.sleep(200);
        }
        PageQuote quotes = new QuotesApi(api)
                .quotes(QuotesApi.APIQuotesRequest.newBuilder().speaker(List.of(speaker)).build());
        System.out.println("said by " + quotes.getItems().get(0).getSpeaker().getName());

        File lines = new ExportsApi(api)
                .exportQuotes(ExportsApi.APIExportQuotesRequest.newBuilder()
                        .speaker(List.of(speaker))
                        .build());
        String line = Files.readAllLines(lines.toPath()).get(0);
        QuoteLine exported = JSON.getDefault().getMapper().readValue(line, QuoteLine.class);
        System.out.println("exported " + quotes.getItems().stream()
                .anyMatch(quote -> quote.getId().equals(exported.getId())));

        SourcesApi sources = new SourcesApi(api);
        Source source = sources.addSource(new NewSource().url(arguments[1]).exclude(List.of("*/sport/*")));
        Source paused = sources.changeSource(source.getId(), new SourceChange().paused(true));
        System.out.println("paused " + paused.getState().getValue() + " without " + paused.getExclude());
        sources.deleteSource(source.getId());

        try {
            new QuotesApi(api)
                    .quotes(QuotesApi.APIQuotesRequest.newBuilder().q("\"open").build());
        } catch (ApiException refused) {
            Problem problem = JsonMapper.builder().findAndAddModules().build()
                    .readValue(refused.getResponseBody(), Problem.class);
            System.out.println("refused " + problem.getStatus() + " " + problem.getType());
        }
    }
}
