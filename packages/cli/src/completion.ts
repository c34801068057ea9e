import type { Command } from "./command.ts";

const optionsOf = ({ options }: Command) => [...Object.keys(options), "help"].map((name) => `--${name}`);
const choicesOf = ({ operands }: Command) => operands.flatMap(({ choices }) => choices ?? []);
const namesOf = (commands: readonly Command[]) => commands.map(({ name }) => name);
const helpSummary = "What a command takes, with examples";
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A completion script for each shell, out of the definitions of the commands. */
export const scripts = { bash, zsh, fish };

function bash(commands: readonly Command[]): string {
  const values = commands.flatMap((command) =>
    Object.entries(command.options)
      .filter(([, option]) => option.placeholder !== undefined)
      .map(
        ([name, { choices = [] }]) =>
          `    ${quoted(`${command.name} --${name}`)}) words=${quoted(choices.join(" "))} ;;`,
      ),
  );
  const words = commands.map(
    (command) =>
      `      ${command.name}) words=${quoted([...choicesOf(command), ...optionsOf(command)].join(" "))} ;;`,
  );
  words.push(`      help) words=${quoted(namesOf(commands).join(" "))} ;;`);
  return `_surprisal() {
  local typed="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=
  if [ "$typed" = = ]; then typed=
  elif [ "$before" = = ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "\${COMP_WORDS[1]} $before" in
${values.join("\n")}
    *) case "\${COMP_WORDS[1]}" in
${words.join("\n")}
    esac ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words=${quoted([...namesOf(commands), "help", "--help", "--version"].join(" "))}; fi
  COMPREPLY=($(compgen -W "$words" -- "$typed"))
}
complete -o default -F _surprisal surprisal`;
}

function zsh(commands: readonly Command[]): string {
  const described = (text: string) => text.replaceAll(/[[\]:]/g, "\\$&");
  const branches = commands.map((command) => {
    const choices = choicesOf(command);
    const options = Object.entries(command.options).map(([name, { help, placeholder, choices, many }]) => {
      const value =
        placeholder === undefined ? "" : `:${placeholder}:${choices ? `(${choices.join(" ")})` : " "}`;
      return quoted(`${many ? "*" : ""}--${name}${value === "" ? "" : "="}[${described(help)}]${value}`);
    });
    const operands = quoted(choices.length > 0 ? `*:operand:(${choices.join(" ")})` : "*:operand:_files");
    return `    ${command.name}) _arguments ${[...options, quoted("--help[this page]"), operands].join(" ")} ;;`;
  });
  return `#compdef surprisal
_surprisal() {
  if (( CURRENT == 2 )); then
    local -a names=(${[...commands, { name: "help", summary: helpSummary }].map(({ name, summary }) => quoted(`${name}:${summary}`)).join(" ")})
    _describe command names
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${branches.join("\n")}
    help) _arguments ${quoted(`*:command:(${namesOf(commands).join(" ")})`)} ;;
  esac
}
if [ "$funcstack[1]" = _surprisal ]; then _surprisal "$@"; else compdef _surprisal surprisal; fi`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const within = `complete -c surprisal -n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`;
    const options = Object.entries(command.options).map(([name, { help, placeholder, choices }]) => {
      const value = placeholder === undefined ? "" : choices ? ` -x -a ${quoted(choices.join(" "))}` : " -x";
      return `${within} -l ${name}${value} -d ${quoted(help)}`;
    });
    const choices = choicesOf(command);
    const operands = choices.length > 0 ? [`${within} -f -a ${quoted(choices.join(" "))}`] : [];
    return [
      `complete -c surprisal -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
      ...operands,
      ...options,
      `${within} -l help -d 'this page'`,
    ];
  });
  return [
    ...lines,
    `complete -c surprisal -n __fish_use_subcommand -f -a help -d ${quoted(helpSummary)}`,
    `complete -c surprisal -n ${quoted("__fish_seen_subcommand_from help")} -f -a ${quoted(namesOf(commands).join(" "))}`,
  ].join("\n");
}
