import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components';

/** A button that says why it can't be used just now; it stays reachable, so that the reason can be read.
 *  @param reason  null: it can be used */
export function ReasonedButton({ reason, ...props }: ButtonProps & { readonly reason: string | null }) {
  const button = <Button size="small" {...props} disabledFocusable={reason !== null} />;
  if (reason === null) return button;
  return (
    <Tooltip content={reason} relationship="description">
      {button}
    </Tooltip>
  );
}
