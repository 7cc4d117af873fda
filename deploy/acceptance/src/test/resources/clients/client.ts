import { ArticlesApi, Configuration, ExportsApi, QuoteLineFromJSON, QuotesApi, ResponseError, SourcesApi, TraceApi, TrialApi } from './client';
import type { Problem } from './client';

/** What a user writes with the client that openapi-generator makes for TypeScript. Arguments: base address, a page, its speaker. */
async function main(basePath: string, page: string, speaker: string): Promise<void> {
  const api = new Configuration({ basePath });

  const read = await new TrialApi(api).analyze({ tryText: { text: '“We are open to talks,” Mayor Ann Lee said.' } });
  console.log(`analysed ${read.quotes?.[0]?.speaker?.surface}`);

  const accepted = await new ArticlesApi(api).submitArticle({ submission: { url: page } });
  while ((await new TraceApi(api).trace({ request: accepted.requestId })).status === 'pending') {
    await new Promise((later) => setTimeout(later, 200));
  }
  const quotes = await new QuotesApi(api).quotes({ speaker: [speaker] });
  console.log(`said by ${quotes.items[0].speaker?.name}`);

  const lines = await new ExportsApi(api).exportQuotes({ speaker: [speaker] });
  const exported = QuoteLineFromJSON(JSON.parse((await lines.text()).split('\n')[0]));
  console.log(`exported ${quotes.items.some((quote) => quote.id === exported.id)}`);

  const sources = new SourcesApi(api);
  const source = await sources.addSource({ newSource: { url: page, exclude: ['*/sport/*'] } });
  const paused = await sources.changeSource({ id: source.id, sourceChange: { paused: true } });
  console.log(`paused ${paused.state} without [${paused.exclude}]`);
  await sources.deleteSource({ id: source.id });

  try {
    await new QuotesApi(api).quotes({ q: '"open' });
  } catch (refused) {
    const problem: Problem = await (refused as ResponseError).response.json();
    console.log(`refused ${problem.status} ${problem.type}`);
  }
}

main(process.argv[2], process.argv[3], process.argv[4]).catch(async (failure) => {
  console.error(failure, failure.response ? await failure.response.text() : '');
  process.exit(1);
});
